import {
  open,
  seal,
  type DataKey,
  type SealedPlace,
  type SealedValue,
} from '../../platform/sealing/sealed-value.js';
import { detailsOf, fieldsOf } from '../domain/details/detail-fields.js';
import type { PersonDetails } from '../domain/details/person-details.js';

/** Each field of the details by its JSON pointer, sealed by itself. */
export type SealedDetails = Readonly<Record<string, SealedValue>>;

/** Whose details, and which version of them. */
export interface DetailsPlace {
  readonly organisation: string;
  readonly personId: string;
  readonly version: number;
}

export function sealDetails(key: DataKey, place: DetailsPlace, details: PersonDetails): SealedDetails {
  return Object.fromEntries(
    Object.entries(fieldsOf(details)).map(([field, text]) => [field, seal(key, fieldAt(place, field), text)]),
  );
}

/** @throws CannotOpen when a field was changed, moved or taken from somewhere else. */
export function openDetails(key: DataKey, place: DetailsPlace, sealed: SealedDetails): PersonDetails {
  return detailsOf(
    Object.fromEntries(
      Object.entries(sealed).map(([field, value]) => [field, open(key, fieldAt(place, field), value)]),
    ),
  );
}

function fieldAt({ organisation, personId, version }: DetailsPlace, field: string): SealedPlace {
  return { organisation, record: `${personId}/${version}`, field };
}
