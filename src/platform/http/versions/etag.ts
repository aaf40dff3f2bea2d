/** The version of a resource on the wire: revision 17 of its stream is `W/"17"`. */
export function etagOf(revision: number): string {
  return `W/"${revision}"`;
}

/**
 * The revision that an ETag names, with or without `W/`; nothing for any other text. By the letter a weak tag never
 * matches If-Match, but the revision is exact: it is the representation around it that may differ by role.
 */
export function revisionFromEtag(text: string): number | undefined {
  const digits = /^(?:W\/)?"([1-9]\d{0,14}|0)"$/.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** True when `If-None-Match` (one tag, a list, or `*`) names this revision. */
export function noneMatchNames(header: string | undefined, revision: number): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((tag) => revisionFromEtag(tag) === revision);
}
