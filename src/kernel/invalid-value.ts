/** A value that cannot be what it is said to be: not money, not a date, not a share. The message says why in plain words. */
export class InvalidValue extends Error {
  override readonly name = 'InvalidValue';
}
