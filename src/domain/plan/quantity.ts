/** Quantities are reckoned in whole thousandths: sums of these do not drift, as 0.1 + 0.2 does. */
export type Thousandths = number;

export function thousandths(quantity: number): Thousandths {
  return Math.min(Math.round(quantity * 1_000), Number.MAX_SAFE_INTEGER);
}

export function quantityOf(amount: Thousandths): number {
  return amount / 1_000;
}

export function sumOf(quantities: readonly number[]): number {
  return quantityOf(quantities.reduce((total, quantity) => total + thousandths(quantity), 0));
}
