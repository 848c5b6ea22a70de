import type { Value } from './port.ts';

export interface PositionalStatement {
  readonly sql: string;
  /** Parameters in the order of the question marks. */
  arrange(parameters: readonly Value[]): readonly Value[];
}

const PARAMETER = /\$(\d+)/g;

/** `$1…$n` to `?`, once per statement: binding by position costs half of binding by name. */
export function toPositional(sql: string): PositionalStatement {
  const order: number[] = [];
  const positional = sql.replaceAll(PARAMETER, (_, digits: string) => {
    order.push(Number(digits) - 1);
    return '?';
  });
  const inOrder = order.every((index, place) => index === place);
  return {
    sql: positional,
    arrange: inOrder ? (parameters) => parameters : (parameters) => order.map((index) => parameters[index] ?? null),
  };
}
