import type { ParameterView, WordingPart } from './types'

/** A duty as it stands in the catalogue, "… ett nytt steg om {step}.", in parts with its parameters. */
export function wordingParts(duty: string, parameters: Record<string, ParameterView>): WordingPart[] {
  return duty
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => parameters[piece.slice(1, -1)] ?? piece)
}
