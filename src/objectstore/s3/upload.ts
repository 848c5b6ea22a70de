import { type PutObjectCommandInput, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { open } from 'node:fs/promises';
import { AppError } from '../../base/errors.ts';
import type { Payload } from '../port.ts';

const READ_BYTES = 1024 * 1024;

/** One attempt. A stream is made anew for each, and a file that cannot be read ends the request, not the process. */
export async function upload(
  client: S3Client,
  input: Omit<PutObjectCommandInput, 'Body'>,
  payload: Payload,
  signal: AbortSignal,
): Promise<void> {
  const proven = { ...input, ContentMD5: payload.md5, ContentLength: payload.sizeBytes };
  if ('memory' in payload.bytes) {
    await client.send(signed({ ...proven, Body: payload.bytes.memory }, payload), { abortSignal: signal });
    return;
  }
  const broken = new AbortController();
  const Body = await openStream(payload.bytes.path, payload.sizeBytes);
  Body.once('error', (error) => broken.abort(error));
  try {
    const abortSignal = AbortSignal.any([signal, broken.signal]);
    await client.send(signed({ ...proven, Body }, payload), { abortSignal });
  } catch (error) {
    broken.signal.throwIfAborted();
    throw error;
  } finally {
    Body.destroy();
  }
}

/** A stream that is shorter than announced would leave the server waiting, so the size is looked at first. */
async function openStream(path: string, sizeBytes: number) {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size === sizeBytes) return file.createReadStream({ highWaterMark: READ_BYTES });
    throw new AppError('internal', `upload ${path}: it has ${size} bytes, not the ${sizeBytes} that were hashed`);
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** The hash is known, so the signature covers the bytes of streams too, and bytes in memory are not hashed again. */
function signed(input: PutObjectCommandInput, payload: Payload): PutObjectCommand {
  const command = new PutObjectCommand(input);
  command.middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> };
      headers['x-amz-content-sha256'] = payload.sha256;
      return next(args);
    },
    { step: 'build', name: 'knownPayloadHash' },
  );
  return command;
}
