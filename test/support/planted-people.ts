import { nhsCheckDigit } from '../../src/kernel/numbers-of-people.js';

/** A person whose every detail is a text that stands nowhere else. */
export interface PlantedPerson {
  readonly details: {
    readonly name: { readonly given: string; readonly family: string };
    readonly nhsNumber: string;
    readonly nhsNumberStatus: string;
    readonly birthDate: string;
    readonly contact: {
      readonly addressLines: readonly string[];
      readonly postcode: string;
      readonly telephone: string;
      readonly email: string;
    };
  };
  /** What a correction puts in its place: another name and another address. */
  readonly corrected: PlantedPerson['details'];
  /** All of them, in each form in which somebody may write them. */
  readonly texts: readonly string[];
}

const DAY_MS = 86_400_000;
const FIRST_BIRTH = Date.UTC(1911, 0, 3);

/** @param index from 0; each has a person of its own, below 676 */
export function plantedPerson(index: number): PlantedPerson {
  const mark = `${letter(index / 26)}${letter(index)}`;
  const nhsNumber = numberAfter(481_730_000 + index * 97);
  const details = {
    name: { given: `Auqvina${mark}`, family: `Zorvlix-Tórmund${mark}` },
    nhsNumber: grouped(nhsNumber),
    nhsNumberStatus: 'traced',
    birthDate: new Date(FIRST_BIRTH + index * 37 * DAY_MS).toISOString().slice(0, 10),
    contact: {
      addressLines: [`${index + 101} Quorndyke ${mark} Lane`, `Vexhollow${mark}`],
      postcode: `QZ${index + 10} 7XJ`,
      telephone: `01632 97${String(index).padStart(4, '0')}`,
      email: `auq.${mark}@zorvlix.example`.toLowerCase(),
    },
  };
  const corrected = {
    ...details,
    name: { given: details.name.given, family: `Ymprathiel${mark}` },
    contact: { ...details.contact, addressLines: [`${index + 101} Fenwhistle ${mark} Row`] },
  };
  const texts = [details, corrected].flatMap(textsOf);
  return { details, corrected, texts: [...new Set([...texts, nhsNumber])] };
}

function textsOf({ name, nhsNumber, birthDate, contact }: PlantedPerson['details']): readonly string[] {
  const { addressLines, postcode, telephone, email } = contact;
  const families = [
    name.family,
    ...name.family
      .normalize('NFD')
      .replace(/\p{Mark}/gu, '')
      .split('-')
      .slice(1),
  ];
  return [name.given, ...families, nhsNumber, birthDate, ...addressLines, postcode, telephone, email];
}

/** The first NHS number whose nine digits are these or follow them. */
function numberAfter(nine: number): string {
  const digit = nhsCheckDigit(String(nine));
  return digit === undefined ? numberAfter(nine + 1) : `${nine}${digit}`;
}

function grouped(number: string): string {
  return `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
}

function letter(at: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + (Math.floor(at) % 26));
}
