import { readSync } from 'node:fs';
import { AppError, contentError } from '../base/errors.ts';
import type { DocumentContract } from '../contract/contract.ts';
import { DEFAULT_LIMITS } from '../contract/json/limits.ts';
import { parseStrict } from '../contract/json/parse-strict.ts';
import type { EnvelopeQuestion, EnvelopeVerdict } from './check-envelope.ts';
import { acceptedBy, revisionFor } from './choose-revision.ts';
import { onDisk } from './disk-errors.ts';

/** Larger ones are not even read to be made smaller. */
const MAX_INPUT_BYTES = 256 * 1024 * 1024;

type DocumentQuestion = Omit<EnvelopeQuestion, 'contract'> & { readonly contract: DocumentContract };

/** A whole document as its producer must make it: published as it is or not at all. */
export function checkDocument(question: DocumentQuestion): EnvelopeVerdict {
  const { contract, sizeBytes, system, targets, scan } = question;
  const limit = contract.maxBytes.producer;
  if (sizeBytes > limit) {
    const problems = [{ code: contract.tooLarge, pointer: '', rule: `must not be over ${limit} bytes` }];
    return { verdict: 'refused', code: contract.tooLarge, problems, identity: {} };
  }
  try {
    const document = parseDocument(question);
    const target = targets[0] ?? '';
    revisionFor(contract, target, acceptedBy(target, contract.name, question));
    const found = contract.judge(document, { side: 'producer', source: system, target, fileName: undefined, scan });
    if (found.verdict !== 'accepted') return { ...found, verdict: 'refused' };
    return { ...found, revision: found.release };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.reason === undefined) throw thrown;
    return { verdict: 'refused', code: thrown.reason, problems: thrown.problems, identity: {} };
  }
}

/** The open file as one strict JSON value. Throws `content` for what is none. */
export function parseDocument({ fd, sizeBytes }: { readonly fd: number; readonly sizeBytes: number }): unknown {
  if (sizeBytes > MAX_INPUT_BYTES)
    throw contentError('TOO_LARGE', '', `must not be over ${MAX_INPUT_BYTES} bytes to be made smaller`);
  const bytes = Buffer.allocUnsafe(sizeBytes);
  let length = 0;
  while (length < sizeBytes) {
    const count = onDisk('read a document', () => readSync(fd, bytes, length, sizeBytes - length, length));
    if (count === 0) throw new AppError('changed', 'read a document that became shorter while it was read');
    length += count;
  }
  return parseStrict(bytes, { ...DEFAULT_LIMITS, maxDocumentBytes: MAX_INPUT_BYTES });
}
