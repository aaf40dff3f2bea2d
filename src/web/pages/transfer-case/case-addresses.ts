/** A case in the API. */
export function caseAddress(caseRef: string): string {
  return `/v1/transfer-cases/${encodeURIComponent(caseRef)}`;
}

/** A read of the API that shows what a command has led to, where the page was opened by one. */
export function seeing(address: string, minPosition: unknown): string {
  if (typeof minPosition !== 'string' || minPosition === '') return address;
  return `${address}${address.includes('?') ? '&' : '?'}minPosition=${encodeURIComponent(minPosition)}`;
}

/** A page of a case, for the way between them. */
export interface CaseSection {
  readonly text: string;
  readonly href: string;
  readonly current: boolean;
}

const SECTIONS = [
  ['', 'Summary'],
  ['/pas', 'PAs'],
  ['/money', 'Money'],
  ['/funding', 'Who paid'],
  ['/redundancy', 'Redundancy'],
  ['/leave', 'Leave'],
  ['/documents', 'Documents'],
  ['/history', 'History'],
] as const;

/** The pages of a case. @param end of the address of the one that is shown: '' for the summary, `/money` */
export function caseSections(caseRef: string, end: string): readonly CaseSection[] {
  return SECTIONS.map(([section, text]) => ({
    text,
    href: `/cases/${caseRef}${section}`,
    current: section === end,
  }));
}
