// The libraries in the window's pages, a line each: name version, licence.
const { readFileSync } = require('node:fs')

const { packages } = JSON.parse(readFileSync('ui/package-lock.json', 'utf8'))
for (const [path, { version, license, dev }] of Object.entries(packages)) {
  if (path === '' || dev) continue
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  // One whose package states none has its licence as a file.
  console.log(`${name} ${version}, ${license ?? readFileSync(`ui/${path}/LICENSE`, 'utf8').split(/ License|\n/)[0]}`)
}
