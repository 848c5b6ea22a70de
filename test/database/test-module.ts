import type { Module } from '../../src/database/index.ts';

const STEPS = [
  { sqlite: 'create table fruit (name text primary key); create index fruit_name on fruit (name)' },
  { sqlite: `alter table fruit add column colour text; insert into fruit (name, colour) values ('apple', 'red')` },
  { sqlite: `update fruit set colour = 'green'` },
];

/** A module of the tests that has come as far as its first steps. */
export function testModule(steps: number): Module {
  return { name: 'fruit', steps: STEPS.slice(0, steps) };
}
