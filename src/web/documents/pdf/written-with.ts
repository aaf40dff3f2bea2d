/**
 * A text in the characters that a font has. One that it does not have is written by its number, as `[U+4E2D]`: an empty box would leave
 * the reader without it, and a question mark with something else.
 */
export function writtenWith(hasGlyph: (point: number) => boolean, text: string): string {
  const oneLine = text.normalize('NFC').replaceAll(/\s+/gu, ' ');
  return oneLine.replaceAll(/./gu, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return hasGlyph(point) ? character : `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}
