/** What the ids of people begin with: `PN-7F3K92QD1M`. A case may name a person by it as its personReference. */
export const PERSON_PREFIX = 'PN';
