export type Verb = 'list' | 'head' | 'get' | 'put' | 'link' | 'delete' | 'create';

/** Calls by verb, for reports. The object handed out is the one that counts, so readers always see the latest. */
export class RequestCounter {
  readonly counts: Record<string, number> = {};

  add(verb: Verb): void {
    this.counts[verb] = (this.counts[verb] ?? 0) + 1;
  }
}
