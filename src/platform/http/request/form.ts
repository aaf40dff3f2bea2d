import { parse } from 'node:querystring';

/** More than any page asks for. What is beyond is left out, and is then missing. */
const MAX_FIELDS = 1_000;

/** The fields of a form, by their names; a name that comes several times has a list. An object without a prototype. */
export function parseForm(body: Buffer): Readonly<Record<string, string | readonly string[] | undefined>> {
  return parse(body.toString('utf8'), '&', '=', { maxKeys: MAX_FIELDS });
}
