import { isPlainDate } from '../../src/kernel/plain-date.js';

/** What somebody would type into the form of a command, or of a calculator, for it to be sent with a body. */
export function typedFrom(body: unknown, name = ''): Readonly<Record<string, string>> {
  if (typeof body === 'boolean') return { [name]: body ? 'yes' : 'no' };
  if (typeof body === 'string' && isPlainDate(body)) return dayTyped(name, body);
  if (typeof body === 'string' || typeof body === 'number') return { [name]: String(body) };
  if (Array.isArray(body)) {
    const items = body.map((item, index) => typedFrom(item, `${name}.${index}`));
    return { [`${name}-count`]: String(items.length), ...Object.fromEntries(items.flatMap(Object.entries)) };
  }
  if (typeof body !== 'object' || body === null) return {};
  if ('amount' in body && 'currency' in body) return { [name]: String(body.amount) };
  return Object.fromEntries(
    Object.entries(body).flatMap(([member, value]) =>
      Object.entries(typedFrom(value, name === '' ? member : `${name}.${member}`)),
    ),
  );
}

/** A day in the three parts of its field. */
export function dayTyped(name: string, day: string): Readonly<Record<string, string>> {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
}
