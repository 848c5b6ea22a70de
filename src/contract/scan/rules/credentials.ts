import { phrase, type Rule } from './rule.ts';

const of = {
  family: 'credentials',
  severity: 'block',
  constraint: 2,
  why: 'A context is stored for years and read by many; nothing in it may open a door.',
} as const;

const NAME =
  '(?:(?:api|access|auth|secret|private|encryption|signing|service|account|master|license|ssh|app|client|consumer|deploy|bot|bearer|refresh|session|id|admin|root|db|database|ftp|cms|wp|login|user|webhook|github|slack|aws|stripe|google)[ _-]?){0,3}(?:key|token|secret|password|passwd|passphrase|pwd|credentials?|cookie|jwt|pin code|passcode|session[ _-]?id)';

export const CREDENTIAL_RULES: readonly Rule[] = [
  {
    ...of,
    id: 'credentials.known-form',
    idea: 'A secret that is known by its form: a key of a provider, a token with three parts, a private key.',
    needs: ['-', '_', '.', ...'0 1 2 3 4 5 6 7 8 9'.split(' '), ...'basic bearer ssh'.split(' ')],
    match:
      /\b(?:AKIA|ASIA)[A-Z0-9]{12,20}\b|\bAIza[\w-]{20,60}|\b(?:gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|sk-|sk_live_|sk_test_|pk_live_|rk_live_|whsec_|SG[.]|ya29[.]|shpat_|hf_|npm_|dop_v1_|pypi-|key-|sq0atp-|AC[0-9a-f]{2})[\w-]{10,200}|\beyJ[\w-]{8,400}[.][\w-]{4,400}|-----BEGIN [A-Z ]{0,30}(?:PRIVATE KEY|CERTIFICATE|PGP)|\bssh-(?:rsa|ed25519)\s{1,3}AAAA|\b[Bb]asic\s{1,3}[A-Za-z0-9+/]{8,200}={1,2}|\b[Bb]earer\s{1,3}(?=[^\s]{0,60}[\d._])[\w.~+/-]{6,400}/i,
    hit: ['AKIAIOSFODNN7EXAMPLE', 'Bearer abc.def.123', '-----BEGIN RSA PRIVATE KEY-----'],
    nonHit: ['sk-learn guides', 'Basic definitions first', 'Standard bearer of the brand'],
  },
  {
    ...of,
    id: 'credentials.named-secret',
    idea: 'The name of a secret with a value behind it.',
    needs:
      'key token secret password passwd passphrase pwd credential credentials cookie jwt pin passcode apikey bearer username login user pass session log sign authenticate connect'.split(
        ' ',
      ),
    match: phrase(
      `(?<![a-z])${NAME}["']? {0,1}(?:=|:=|=>) {0,1}["']?(?=[^\\s"']{0,3}[a-z0-9$*!])[^\\s"']{3}|(?<![a-z])${NAME}["']? {0,1}(?::|is|are|–) {0,1}["']?(?=[^\\s"']{0,60}[\\d!@#$%^&*_/+=])(?!\\d{1,2}[.)]? |https?:|\\d{1,4}(?:[.,%]|$| ))[^\\s"']{5}|\\b(?:password|passphrase|passwd|pwd|passcode|api key|access token) {0,1}(?:is|:) {0,1}["']?(?!what|how|why|the|a|an|and|best|your|reset|strong|weak|required|lost|too|not|no|top|tips|guide|explained|compared|policy|managers?|security|free|missing|in|for)[a-z]{4,40}["']? {0,1}(?:[.!;,]|$)|\\b(?:user(?:name)?|login) {0,1}[:=] {0,1}\\S{2,40}[,; /]{1,3}(?:and )?pass(?:word|wd)?\\b|\\b(?:log ?in|sign in|authenticate|connect) <4>(?:as|with) (?:user )?[\\w.@-]{2,40} ?/ ?\\S{4}`,
    ),
    soft: true,
    hit: ['password: hunter2', 'api_key=abcdef', 'The token is 9f8e7d6c5b'],
    nonHit: [
      'Password managers: a comparison page is missing',
      'Password: how to reset it',
      'Keyword = "crm for small business 2025"',
    ],
  },
  {
    ...of,
    id: 'credentials.in-address',
    idea: 'A user and a password in an address.',
    needs: ['@'],
    match: /\/\/[^\s/@:]{1,80}:[^\s/@]{1,80}@[\w[]|\/\/[^\s/@:]{3,80}@[\w-]{1,60}[.:/]/,
    hit: ['https://user:pw@example.com/', 'postgres://user:pass@db.example.com/geo'],
    nonHit: ['https://medium.com/@writer', 'Write to press@example.com'],
  },
  {
    ...of,
    id: 'credentials.use',
    idea: 'A credential is to be used, given or fetched.',
    soft: true,
    needs: 'key token secret password credential credentials account login cookie keys tokens passwords secrets'.split(
      ' ',
    ),
    match: phrase(
      `\\b(?:use|using|pass|provide|supply|send|attach|enter|paste|rotate|export|store|authenticate with|log ?in with|sign in with|log ?in using|share|give|copy|read|take|grab|fetch|retrieve|insert|include|set|embed) <3>(?:(?:api|access|auth|bearer|secret|private|signing|session|refresh|service|oauth|ssh|admin|root|deploy|personal access|client|publisher|write|master) ?(?:api )?(?:keys?|tokens?|secrets?|passwords?|credentials?|cookies?|account|login)|(?:login|database|db|server|ftp|cms|wordpress|hosting|system|machine|admin(?:istrator)?|account|production|shared|stored|service|aws|api|github) (?:credentials?|passwords?|logins?))\\b(?! (?:page|guide|article|glossary|topic|managers?|management|reset|section|faq|explainer|best practices|limits?))`,
    ),
    hit: ['Use the admin password', 'Pass the API key in the header', 'Log in with the service account'],
    nonHit: [
      'Explain what an API key is',
      'Add an author bio with credentials',
      'Include author credentials on each article',
    ],
  },
];
