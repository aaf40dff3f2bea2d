/** Pounds as pages write them, always with their pence: `1234.5` never comes, `1234.50` is `£1,234.50`, `-12.00` is `−£12.00`. */
export function pounds(amount: string): string {
  const negative = amount.startsWith('-');
  const [whole = '', pence = '00'] = amount.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${negative ? '−' : ''}£${grouped}.${pence}`;
}

/** The same of whole pence: `61250` is `£612.50`. */
export function poundsOfPence(pence: bigint): string {
  const digits = String(pence < 0n ? -pence : pence).padStart(3, '0');
  return pounds(`${pence < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`);
}
