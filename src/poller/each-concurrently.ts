export { eachConcurrently } from '../base/each-concurrently.ts';
