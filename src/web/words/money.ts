/** Pounds as pages write them, always with their pence: `1234.5` never comes, `1234.50` is `£1,234.50`, `-12.00` is `−£12.00`. */
export function pounds(amount: string): string {
  const negative = amount.startsWith('-');
  const [whole = '', pence = '00'] = amount.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${negative ? '−' : ''}£${grouped}.${pence}`;
}
