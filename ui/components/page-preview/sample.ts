/** Pages drawn by hand, in place of those that the program makes. */
const page = (number: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297"><g font-family="Georgia, serif" font-size="4">
  <text x="22" y="30" font-size="5">${number}</text><text x="63" y="30" font-size="5">Särskilda kontraktsvillkor</text>
  <path d="M22 46h166" stroke="#111" stroke-width=".5"/><text x="22" y="53" fill="#0b5462">K${number}</text>
  <text x="63" y="53">Leverantören ska delta i ett möte om hur leverantören</text>
  <text x="63" y="59">kan bidra till sysselsättning inom avtalet.</text></g></svg>`

export const samplePicture = (number: number) => `data:image/svg+xml,${encodeURIComponent(page(number))}`
