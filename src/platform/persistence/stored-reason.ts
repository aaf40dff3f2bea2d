/**
 * A reason as PostgreSQL's text can hold it: what JSON.parse says of bytes that are zeros repeats them, and a reason that
 * cannot be stored would keep the event that it is about from ever being held back.
 */
export function storedReason(reason: string): string {
  return reason.replaceAll('\0', '\ufffd');
}
