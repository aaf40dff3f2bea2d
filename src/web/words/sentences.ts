/** What an abbreviation of the field is written like. */
const WRITTEN: Readonly<Record<string, string>> = {
  nhs: 'NHS',
  phb: 'personal health budget',
  chc: 'CHC',
  pa: 'PA',
  dbs: 'DBS',
  ods: 'ODS',
};

/** A code as words: `open-bridging` or `openBridging` as `Open bridging`, `phb-cover` as `Personal health budget cover`. */
export function sentenceOf(code: string): string {
  const words = code
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_ ]+/)
    .map((word) => WRITTEN[word] ?? word)
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
