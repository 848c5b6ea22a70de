import { DOOR_PROSE } from './in-plain-words.ts';
import { phrase, type Rule } from './rule.ts';

const of = {
  family: 'credentials',
  severity: 'block',
  constraint: 2,
  why: 'A context is stored for years and read by many; nothing in it may open a door.',
} as const;

const NAME =
  '(?:(?:api|access|auth|secret|private|encryption|signing|service|account|master|license|ssh|app|client|consumer|deploy|bot|bearer|refresh|session|id|admin|root|db|database|ftp|cms|wp|login|user|webhook|github|slack|aws|stripe|google)[ _-]?){0,3}(?:key|token|secret|password|passwd|passphrase|pwd|credentials?|cookie|jwt|pin code|passcode|session[ _-]?id)';

/** Letters and digits that change places at least three times, or groups of letters and of digits by turns. */
const MIXED =
  '(?:(?=(?:[\\w~!#$%^&*+=-]{0,40}?(?:\\d[a-z]|[a-z]\\d)){3})[\\w~!#$%^&*+=-]{8,80}|[a-z]{2,12}[-_]\\d{2,8}[-_][a-z]{2,12}[-_]\\d{2,8}|\\d{3,8}[-_][a-z]{2,12}[-_]\\d{3,8}[-_][a-z0-9]{2,12})';

const NAMED_SECRET =
  '(?:tokens?|secrets?|pass ?phrases?|pass ?words?|pass ?codes?|credentials?|(?:access|api|secret|private|signing|encryption|service|app|client|master|shared|security|deploy|licen[cs]e|unlock|recovery|admin|publish(?:ing)?|activation) (?:keys?|codes?|strings?)|pin|bearer)';

/** A value that no word is: a letter and a digit or a sign, six signs or more. */
const VALUE = '(?=[^\\s"”“]{0,40}[\\d!#$%^&*_+=~?])(?=[^\\s"”“]{0,40}[a-z])(?!https?:|www[.])[^\\s"”“,;]{6,60}';

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
  {
    ...of,
    id: 'credentials.in-prose',
    idea: 'A secret told in a sentence: behind its name, as what somebody signs in with, or by what it opens.',
    soft: true,
    needs: [
      ' ',
      '#',
      '$',
      '^',
      '~',
      '!',
      ...'token tokens secret secrets passphrase passphrases phrase password passwords passcode passcodes pass code codes credential credentials key keys string pin bearer log login logon sign signin authenticate authenticated connect unlock codeword watchword http digest reset cms staging preview ftp sftp database server auth wp seed session vault safe alarm ssh imap smtp vpn rdp api wlan wifi wi fi certificate cert pem two otp totp mfa authenticator recovery wallet admin'.split(
        ' ',
      ),
    ],
    match: phrase(
      [
        `\\b${NAMED_SECRET}\\b[^.;!?\\n]{0,50}?[ "'“‘«:=(]${MIXED}(?![\\w/])`,
        `\\b(?:log(?:s|ged|ging)?|sign(?:s|ed|ing)?) ?-?(?:on|in|into|onto)(?: to)?\\b <5>(?:as|with|using|via|by|under|through|:) (?:the |user |account |name )?<1>["'“‘]?[\\w.@+-]{2,40} ?[:/|] ?${VALUE}`,
        `\\b(?:authenticate|connect|access|get in|enter|identify|unlock)\\b <6>(?:as|with|using|via|by|under) (?:the |user |account |name )?<1>["'“‘]?[\\w.@+-]{2,40}:${VALUE}`,
        `\\b(?:with|use|using|enter|type|give|take|has|set|supply|accepts?) ["'“‘]?${VALUE}["'”’]? (?:as|for) (?:the |your |its |our |a )?<1>(?:password|pass ?phrase|passcode|secret|token|api key|pin)\\b`,
        `\\b(?:user ?(?:name)?|account|login|log-?in|name|profile)\\b(?: (?:is|named|called|name|:))? {0,1}["'“‘]?[\\w.@+-]{2,40}["'”’]?(?: and| with| plus|,|;| /) {0,1}(?:the |its |a |his |her |their )?(?:password|pass|pass ?phrase|secret|pin|pw|pwd|code)\\b(?: (?:is|of|being|reads|set to))?[:=]? {0,1}["'“‘]?${VALUE}`,
        `\\b(?:pass ?phrase|password|pass ?code|secret word|secret phrase)\\b (?:of|for|to|that opens|which opens) [^.;!?\\n"“]{1,40} (?:is|reads|being|will be|stays|remains)[: ]{0,2}["“‘'](?!what|how|why)[^"”]{4,60}["”’']`,
        `\\bpass ?phrase (?:is|reads|being|:|=) {0,1}["“‘'](?!what|how|why)[^"”]{4,60}["”’']`,
        `\\b(?:is|are) (?:protected|secured|locked|encrypted|guarded)\\b[^.!?\\n]{0,60}\\b(?:password|pass ?phrase|secret|key|token|code|pin)\\b[^.!?\\n]{0,12}[ "'“‘:]${VALUE}`,
        `\\b(?:pass ?phrase|code ?word|watchword) {0,1}(?:is |reads |being |: ?|= ?)?[\\"“‘'](?!what|how|why)[^\\"”]{4,60}[\\"”’']`,
        `\\b(?:pass ?phrase|code ?word|watchword) {0,1}[:=]? {0,1}${VALUE}`,
        `\\b(?:use|with|using|as|are|is) [\\w.@+-]{2,40} (?:and|/|plus|with|[|]) ?[\\"'“‘]?(?=[^\\s]{0,40}\\d)(?=[^\\s]{0,40}[a-z])(?=[^\\s]{0,40}\\w[!#$%^*~&]\\w)[^\\s]{6,60}`,
        `\\b(?:back ?office|cms|wp-admin|admin (?:panel|area|page)|staging|preview|s?ftp|database|server)\\b[^.;!?\\n]{0,40}\\b(?:with|using|use|as|are|is) ?:? [\\w.@+-]{2,40} (?:and|/|:|plus|,) ?(?=[a-z\\d_-]{6,40}\\b)[a-z]\\w{0,20}-?\\d{2,8}\\b`,
        `\\bpassword\\b[^.!?\\n]{0,40}\\b(?:it['’]?s|it is|still|remains|stays|now|became|changed to|set to|reset to)(?: still| now)? [\\"'“]?${VALUE}`,
        `\\b(?:set|change|reset) <2>(?:password|pass ?phrase|passcode) (?:back )?to [\\"'“]?${VALUE}`,
        `\\b(?:basic|http|digest) auth(?:entication)?\\b[^.;!?\\n]{0,30} [\\w.@+-]{2,40} ?[/:|,] ?${VALUE}`,
        `\\b(?:secret|pass|code|safe|pet) ?(?:word|phrase)\\b(?: is| of|:| reads)? {0,1}[\\"'“‘]?${VALUE}`,
        `\\bpassword\\b[^.!?\\n]{0,20} (?:is|remains|stays|=|:) (?:the |our |my |still |as |usual |same |old |always ){1,4}[\\"'“‘]?${VALUE}`,
        `\\b(?:pin|passcode|entry code|door code|safe|vault|access code|alarm)\\b[^.;!?\\n\\d]{0,30}\\b(?:is|are|:|=|opens with|reads|with) {0,1}\\d{2,4}[ -]\\d{2,4}(?:[ -]\\d{2,4}){0,3}\\b(?! ?(?:%|am|pm|uhr|h\\b|eur|usd))`,
        `\\bkeys?\\b[^.;!?\\n]{0,30}[ \\"'“‘:=]${MIXED}(?![\\w/])`,
        `\\b(?:s?ftp|ssh|imap|smtp|vpn|cms|rdp|database|db|admin|api|wlan|wi-?fi) ?[:=–-] ?[\\w.-]{2,40}(?:@[\\w.-]{2,60})?(?: ?[,/|;] ?| and | with )[\\"'“‘]?(?=[^\\s]{0,40}\\d)(?=[^\\s]{0,40}[a-z])[^\\s,;]{6,60}`,
        `\\b(?:two-factor|2fa|totp|otp|mfa|authenticator|recovery|wallet) (?:seed|secret|key|phrase|code)s?\\b[ :=is]{0,6}[\\"'“‘]?[a-z2-7]{16,64}\\b`,
        `\\bsession[ _-]?(?:id|key|cookie|token)s?\\b[ :=is]{0,6}[\\"'“‘]?(?=\\S{0,20}\\d)[\\w-]{8,80}\\b`,
        `\\b(?:certificate|private key|key|pem|cert)\\b[^.;!?\\n]{0,20}[: ]mii[a-z0-9+/]{10,400}`,
        ...DOOR_PROSE,
      ].join('|'),
    ),
    hit: [
      'Log on using seo-bot:Winter!2025',
      'The token for the shop is 5d8b-aa21-9e07-c3f4',
      'Enter Blau#77x9 as the password',
      'The passphrase is "four grey cats sing"',
      'Account redaktion with the password Nettle%3Tea',
    ],
    nonHit: [
      'Compare the token standards ERC-20 and ERC-721 for beginners',
      'The secret of the 1962 recipe',
      'Passwords of 12 characters are the norm',
      'Sign in with e-mail or phone',
      'Connect the lamp via USB-C or Bluetooth 5.2',
    ],
  },
];
