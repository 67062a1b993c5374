/**
 * Puts a text on the clipboard, plain and with its lists as lists, so that it reads well in a form as in a letter. False when
 * the system does not let it.
 */
export async function copyText(text: string): Promise<boolean> {
  const kinds = { 'text/plain': text, 'text/html': asHtml(text) }
  const blobs = Object.entries(kinds).map(([type, content]) => [type, new Blob([content], { type })] as const)
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
    return true
  } catch {
    return false
  }
}

/** Blank lines part paragraphs; lines that begin with a dash are a list, also right after another line. */
export function asHtml(text: string): string {
  const paragraphs = text.split(/\n{2,}/).map((part) => part.split('\n').filter(Boolean))
  return paragraphs.flatMap(runs).map(asBlock).join('')
}

/** The lines of a paragraph, parted where a list begins or ends. */
function runs(lines: string[]): string[][] {
  const found: string[][] = []
  for (const line of lines) {
    const last = found.at(-1)
    if (last?.[0] !== undefined && isItem(last[0]) === isItem(line)) last.push(line)
    else found.push([line])
  }
  return found
}

function asBlock(lines: string[]): string {
  return lines.every(isItem) ? list(lines) : `<p>${lines.map(escaped).join('<br>')}</p>`
}

function isItem(line: string): boolean {
  return line.startsWith('- ')
}

function list(lines: string[]): string {
  return `<ul>${lines.map((line) => `<li>${escaped(line.slice(2))}</li>`).join('')}</ul>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
