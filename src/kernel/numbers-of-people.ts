/** A number that is one person's for life, so that a text which holds it names that person. */
export type NumberOfAPerson = 'nhs-number' | 'national-insurance-number';

// Two letters, six digits and a letter. Letters and pairs that are never given out are left out.
const NATIONAL_INSURANCE =
  /(?<![A-Z0-9])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[^A-Z0-9]?\d){6}[^A-Z0-9]?[A-D](?![A-Z0-9])/u;
/** Groups of digits that one sign stands between. */
const GROUPED_DIGITS = /\d+(?:[^\p{Letter}\d]\d+)*/gu;
const NHS_NUMBER_DIGITS = 10;
/** As people write the number: in one piece, or in groups of no more than this. */
const LONGEST_GROUP = 6;
// A day with its year first or last: a reference may hold one, and a number beside it is another thing.
const DAYS =
  /(?<!\d)(?:(?:19|20)\d\d([^\p{Letter}\d])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])([^\p{Letter}\d])(?:0[1-9]|1[0-2])\2(?:19|20)\d\d)(?!\d)/gu;

/**
 * The last digit that the first nine of an NHS number call for: the weights 10 to 2, modulo 11.
 *
 * @param nine nine digits
 * @returns nothing when they begin no NHS number
 */
export function nhsCheckDigit(nine: string): number | undefined {
  const weighted = Array.from(nine, (digit, place) => BigInt(digit) * BigInt(10 - place));
  const rest = weighted.reduce((total, each) => total + each, 0n) % 11n;
  if (rest === 1n) return undefined;
  return rest === 0n ? 0 : 11 - Number(rest);
}

/**
 * The kinds of number of a person that a text holds, however they are grouped: `943 476 5919`, `943-476-5919`, `QQ123456C`.
 * One ten-digit number in eleven passes the check of an NHS number by chance; it is taken for one, as nobody can tell.
 */
export function numbersOfPeopleIn(text: string): readonly NumberOfAPerson[] {
  const plain = text.normalize('NFKC');
  const runs = plain.replace(DAYS, '|').match(GROUPED_DIGITS) ?? [];
  return [
    ...(runs.some(holdsNhsNumber) ? ['nhs-number' as const] : []),
    ...(NATIONAL_INSURANCE.test(plain.toUpperCase()) ? ['national-insurance-number' as const] : []),
  ];
}

/** True when groups that follow each other make up an NHS number. */
function holdsNhsNumber(run: string): boolean {
  const groups = run.match(/\d+/g) ?? [];
  return groups.some((digits, first) => {
    if (digits.length === NHS_NUMBER_DIGITS) return isNhsNumber(digits);
    let joined = '';
    for (const next of groups.slice(first)) {
      joined += next;
      if (next.length > LONGEST_GROUP || joined.length > NHS_NUMBER_DIGITS) return false;
      if (joined.length === NHS_NUMBER_DIGITS) return isNhsNumber(joined);
    }
    return false;
  });
}

function isNhsNumber(digits: string): boolean {
  return new Set(digits).size > 1 && String(nhsCheckDigit(digits.slice(0, 9))) === digits.slice(9);
}
