/** PostgreSQL-typen die beide databanken anders zouden teruggeven: bigint (20), date (1082) en numeric (1700). */
export const parsers: Record<number, (text: string) => unknown> = {
  20: Number,
  1082: (text) => text,
  1700: Number,
};
