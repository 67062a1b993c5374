import { expect, it } from 'vitest'
import { asHtml } from './copy'

it.each([
  ['En rad.', '<p>En rad.</p>'],
  ['Hej\nEva', '<p>Hej<br>Eva</p>'],
  [
    'Till skolan:\n- Vem städar?\n- När?\n\nKarin',
    '<p>Till skolan:</p><ul><li>Vem städar?</li><li>När?</li></ul><p>Karin</p>'
  ],
  ['<b>5 & 6</b>', '<p>&lt;b&gt;5 &amp; 6&lt;/b&gt;</p>'],
  ['', '']
])('makes paragraphs and lists of %j', (text, html) => expect(asHtml(text)).toBe(html))
