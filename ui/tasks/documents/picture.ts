/** The addresses of the pictures of a document's pages. */
import { convertFileSrc } from '@tauri-apps/api/core'
import type { DocumentView } from '../../generated/types'

export function pictureOf({ stamp }: DocumentView) {
  return (page: number, scale: number) => convertFileSrc(`${stamp}/${page}/${scale}`, 'page')
}
