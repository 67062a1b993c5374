/** A sentence in parts, some of which lead to where they come from. */
export type TextPart = string | { text: string; href: string }
