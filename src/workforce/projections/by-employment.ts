/** Rows in the order of the employments' ids, as the read models list them. */
export function byEmployment<Row extends { readonly employmentId: string }>(
  rows: readonly Row[],
): readonly Row[] {
  return [...rows].sort((a, b) => (a.employmentId < b.employmentId ? -1 : 1));
}
