import { AppError, type ErrorCode } from '../../base/errors.ts';

interface Meaning {
  readonly code: ErrorCode;
  readonly hint?: string;
}

const UNAVAILABLE: Meaning = { code: 'unavailable' };
const DENIED: Meaning = { code: 'denied', hint: 'check the credentials and what they may do in this bucket' };
const WRONG_REGION: Meaning = {
  code: 'misconfigured',
  hint: 'the bucket is in another region: set region=… and the endpoint of that region in the URL of the store',
};
const WRONG_TLS: Meaning = {
  code: 'misconfigured',
  hint: "check http or https in the endpoint and the server's certificate",
};
const UNREACHED: Meaning = {
  code: 'unavailable',
  hint: 'check that the server runs and that the endpoint in the URL is right',
};

/** The store's and the SDK's own names, and the operating system's for what happens on the way. They go before the status. */
export const CODE_BY_NAME: Readonly<Record<string, Meaning>> = {
  AccessDenied: DENIED,
  AccountProblem: DENIED,
  ExpiredToken: DENIED,
  InvalidAccessKeyId: { code: 'denied', hint: 'the store does not know this access key: check AWS_ACCESS_KEY_ID' },
  SignatureDoesNotMatch: { code: 'denied', hint: 'the secret key is wrong: check AWS_SECRET_ACCESS_KEY' },
  CredentialsProviderError: {
    code: 'denied',
    hint: 'no credentials were found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE',
  },
  RequestTimeTooSkewed: {
    code: 'clock_skew',
    hint: "set this machine's clock; it differs from the store's by minutes",
  },
  NoSuchBucket: { code: 'no_bucket', hint: 'make the bucket, or correct its name in the URL of the store' },
  NoSuchKey: { code: 'not_found' },
  NotFound: { code: 'not_found' },
  BucketAlreadyExists: { code: 'refused', hint: 'choose another name for the bucket' },
  BucketAlreadyOwnedByYou: { code: 'refused' },
  PreconditionFailed: { code: 'changed' },
  ConditionalRequestConflict: UNAVAILABLE,
  OperationAborted: UNAVAILABLE,
  PermanentRedirect: WRONG_REGION,
  TemporaryRedirect: WRONG_REGION,
  AuthorizationHeaderMalformed: WRONG_REGION,
  IllegalLocationConstraintException: WRONG_REGION,
  InvalidLocationConstraint: WRONG_REGION,
  InvalidBucketName: { code: 'misconfigured', hint: 'correct the bucket name in the URL of the store' },
  EntityTooLarge: { code: 'misconfigured', hint: 'the store takes no object of this size' },
  QuotaExceeded: { code: 'disk_full', hint: 'raise the quota of the bucket or its user' },
  InsufficientStorage: { code: 'disk_full', hint: 'make room in the store' },
  NotImplemented: { code: 'misconfigured', hint: 'this store lacks a call that is needed; run "handoff doctor"' },
  BadDigest: UNAVAILABLE, // the bytes were hurt on the way; they were not stored
  XAmzContentSHA256Mismatch: UNAVAILABLE,
  IncompleteBody: UNAVAILABLE,
  RequestTimeout: UNAVAILABLE,
  SlowDown: UNAVAILABLE,
  InternalError: UNAVAILABLE,
  ServiceUnavailable: UNAVAILABLE,
  TimeoutError: UNAVAILABLE,
  ECONNREFUSED: UNREACHED,
  EHOSTUNREACH: UNREACHED,
  ENETUNREACH: UNREACHED,
  ENOTFOUND: UNREACHED,
  EAI_AGAIN: UNREACHED,
  ECONNRESET: UNAVAILABLE,
  ECONNABORTED: UNAVAILABLE,
  EPIPE: UNAVAILABLE,
  ETIMEDOUT: UNAVAILABLE,
  ERR_STREAM_PREMATURE_CLOSE: UNAVAILABLE,
  HPE_INVALID_CONSTANT: UNREACHED,
  EPROTO: WRONG_TLS,
  CERT_HAS_EXPIRED: WRONG_TLS,
  DEPTH_ZERO_SELF_SIGNED_CERT: WRONG_TLS,
  SELF_SIGNED_CERT_IN_CHAIN: WRONG_TLS,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: WRONG_TLS,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: WRONG_TLS,
  ERR_TLS_CERT_ALTNAME_INVALID: WRONG_TLS,
};

const CODE_BY_STATUS: Readonly<Record<number, Meaning>> = {
  301: WRONG_REGION,
  307: WRONG_REGION,
  401: DENIED,
  403: DENIED,
  404: { code: 'not_found' },
  405: { code: 'misconfigured', hint: 'the endpoint is no S3 server, or lacks a call that is needed' },
  408: UNAVAILABLE,
  409: UNAVAILABLE,
  412: { code: 'changed' },
  429: UNAVAILABLE,
  501: { code: 'misconfigured', hint: 'this store lacks a call that is needed; run "handoff doctor"' },
  507: { code: 'disk_full', hint: 'make room in the store' },
};

/** What was thrown, as ours; a bug of this program is left as it is and counts as `internal`. */
export function translate(thrown: unknown, attempted: string): unknown {
  if (thrown instanceof AppError || !(thrown instanceof Error)) return thrown;
  const status = statusOf(thrown);
  const meaning = meaningOf(thrown, status);
  if (meaning === undefined) return thrown;
  const answer = status === undefined ? nameOf(thrown) : `${nameOf(thrown)}, status ${status}`;
  const { code, hint } = meaning;
  return new AppError(code, `${attempted}: ${answer}`, { cause: thrown, ...(hint && { hint }) });
}

function statusOf(thrown: unknown): number | undefined {
  return (thrown as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode;
}

function meaningOf(thrown: Error, status: number | undefined): Meaning | undefined {
  const named = CODE_BY_NAME[codeOf(thrown) ?? ''] ?? CODE_BY_NAME[thrown.name];
  if (named !== undefined || status === undefined) return named;
  // Below 300 the answer was good and its body was not what S3 says: it was cut, or this is no S3 server.
  return CODE_BY_STATUS[status] ?? (status >= 500 || status < 300 ? UNAVAILABLE : undefined);
}

function nameOf(thrown: Error): string {
  return codeOf(thrown) ?? thrown.name;
}

/** `code` of Node's errors, `Code` of the store's. */
function codeOf(thrown: Error): string | undefined {
  const { code, Code } = thrown as { code?: unknown; Code?: unknown };
  return [Code, code].find((each) => typeof each === 'string');
}
