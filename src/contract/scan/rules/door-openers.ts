import { phrase, type Rule } from './rule.ts';

const of = {
  family: 'credentials',
  severity: 'block',
  constraint: 2,
  why: 'A context is stored for years and read by many; nothing in it may open a door.',
} as const;

/** Without accents: that is how the folded reading of a text shows them. */
const NAME =
  "(?:passwor[dt]s?|passwoord|kennw[oo]rt(?:er)?|zugangs(?:daten|code|schlussel)|anmeldedaten|geheimschlussel|api-?schlussel|mots? de passe|mdp|identifiants?(?: de connexion)?|code d['’]acces|cle (?:d['’]api|api|secrete)|contrasenas?|clave(?: (?:de acceso|secreta|de api|api))|credenciales|senhas?|palavra-passe|credenciais|chave (?:de api|secreta|de acesso)|wachtwoord(?:en)?|inloggegevens|toegangscode|api-sleutel|credenziali|parola d['’]ordine|chiave (?:api|segreta|di accesso)|haslo|losenord|adgangskode)";

const ACCESS =
  '(?:log-?ins?|log-?in data|sign-?in|access|account|credentials?|user(?:name)?|user account|admin(?: account| user| access)?|zugang(?:sdaten)?|anmeldung|benutzer(?:name)?|acces|identifiants?|anmeldedaten|inloggegevens|credenciales|credenciais|credenziali|utilisateur|connexion|acceso|usuario|accesso|utente|acesso|toegang|gebruiker|conta)';

/** Ends of values that look like a secret: letters or signs, and digits or signs. */
const SECRET = '(?=[^\\s"”“„»]{0,40}[\\d!@#$%^&*_+=?])(?=[^\\s"”“„»]{0,40}[a-z])(?!https?:|www[.])[^\\s"”“„»]{6,60}';

export const DOOR_OPENER_RULES: readonly Rule[] = [
  {
    ...of,
    id: 'credentials.pair',
    idea: 'A name and a password side by side behind the word for an access.',
    needs:
      'password passwd pass pw pwd kennwort passwort identifiant identifiants anmeldedaten inloggegevens credenciales credenciais credenziali login logins log signin sign access account credentials credential user username admin zugang zugangsdaten anmeldung benutzer benutzername acces utilisateur connexion acceso usuario accesso utente acesso toegang gebruiker conta'.split(
        ' ',
      ),
    match: phrase(
      `\\b(?:password|passwd|pass|pw|pwd|kennwort|passwort) {0,1}(?:[:=] {0,1})?["'“„«]?(?=[^\\s"”]{0,40}\\d)(?=[^\\s"”]{0,40}[a-z])(?![a-z]{1,20}-?\\d{1,2}\\b)[^\\s"”“„».]{6,60}|\\b${ACCESS}\\b[^.;!?:=\\n]{0,40} {0,1}[:=] {0,1}["'“„«]?[\\w.@+-]{2,40}["'”“»]?(?: {0,1}(?:/|[|]|:|→) {0,1}| {0,1}[,;] {0,1}(?:(?:pw|pass|pwd|code) {0,1}[:=]? {0,1})?| (?:and|und|et|y|e|en|with|mit) )["'“„«]?(?!https?:|\\d{1,4}(?:[.,%]|\\b))${SECRET}(?<![a-z]{1,40}/[a-z/-]{1,40}|[.](?:com|org|net|html?|io|de)[/.,]?)`,
    ),
    hit: ['WordPress login: editor / Sommer2024!', 'Zugang: redaktion | Blau#77x', 'CMS account = seo:Wr1te-now'],
    nonHit: ['Login page: shorten the title / add a description', 'Access: free, paid or trial / 14 days'],
  },
  {
    ...of,
    id: 'credentials.other-languages',
    idea: 'The word for a password in another language, with a value behind it or as something to be used.',
    needs: [
      ...'passwort passwoord password passworts kennwort kennworter zugangsdaten zugangscode zugangsschlussel anmeldedaten geheimschlussel api apischlussel mot mots mdp identifiant identifiants code cle contrasena contrasenas clave credenciales senha senhas palavra credenciais chave wachtwoord wachtwoorden inloggegevens toegangscode sleutel credenziali parola chiave haslo losenord adgangskode'.split(
        ' ',
      ),
      'パ',
    ],
    match: phrase(
      `(?<![a-z])${NAME}\\b(?!-?manager)[^.;!?:=\\n]{0,40}(?: {0,1}(?::|=|→) {0,1}| (?:ist|lautet|heisst|est|es|e|is|sera|son|sind|sont|was) |[, ]{1,2}(?=["“„«]))["'“„«]?${SECRET}|\\b(?:verwenden?|nutzen?|benutzen?|melden?|logg?en?|gib|geben|anmelden|einloggen|utilise[rz]?|connecte[rz]|entre[rz]?|usa[r]?|use|utiliza[r]?|utilize|inicia|ingresa|accede|gebruik|log|voer|accedi|inserisci|entre|insira)\\b[^.;!?\\n]{0,40}\\b(?:zugangsdaten|kennwort|passwort|anmeldedaten|api-?schlussel|mot de passe (?:de l['’]|du|admin)[^.;!?\\n]{0,20}|identifiants (?:de|du|admin)[^.;!?\\n]{0,20}|contrasena|credenciales|inloggegevens|wachtwoord|credenciais|senha|credenziali|chiave api|cle api)\\b[^.;!?\\n]{0,30}(?:admin|api|server|system|cms|datenbank|serveur|systeme|servidor|sistema|panel|wordpress|an\\b|ein\\b)|(?:パスワード|暗証番号|認証情報|ログイン|ログイン情報|密码|口令|密碼|비밀번호|пароль)[^。\\n]{0,16}?(?:[:：=は是为]|이|—|–)\\s{0,3}["「『]?(?=[ -~]{0,40}\\d)[ -~]{4,60}`,
    ),
    hit: [
      "Mot de passe de l'admin : Soleil2025!",
      'La contraseña del panel es Verano_2024',
      'Benutzer „admin“, Passwort „Winter#2025“',
      '管理画面のパスワード: Sakura2024',
    ],
    nonHit: [
      'Passwort vergessen: eine Hilfeseite fehlt',
      'Mot de passe : comment le choisir',
      'Contraseña segura: 8 consejos',
      'Passwort-Manager im Vergleich 2025',
    ],
  },
  {
    ...of,
    id: 'credentials.code',
    idea: 'A PIN, a code of a second factor or of recovery, with its digits.',
    soft: true,
    needs:
      'pin pins otp totp code codes passcode seed mnemonic tan einmalcode wiederherstellungscodes wiederherstellungscode secours'.split(
        ' ',
      ),
    match: phrase(
      `\\bpin (?:of|for) <4>(?:is|:) {0,1}\\d{4,8}\\b|\\b(?:back-?up|recovery|2fa|one-time|login|access|unlock|single-use) codes? {0,1}(?=\\d[\\d-]{5,20}\\b)|\\b(?:pins?(?: codes?| numbers?)?|otp|totp|tan|passcode|door code|geheimzahl) {0,1}(?:[:=#]|is|are|ist|est|es|code|with)? {0,1}["'“„]?(?!(?:19|20)\\d\\d\\b)\\d{4,8}\\b(?! ?(?:px|x|words?|pages?|users?|%))|\\b(?:back-?up|recovery|2fa|mfa|otp|totp|two-factor|one-time|single-use|emergency|scratch|verification|security|access|activation|unlock|login|sign-in|authenticator|master|reset|alarm|einmal|wiederherstellungs|notfall|sicherheits)[ -]?(?:codes?|pins?|seeds?|secret|phrase)\\b[^.;!?\\n\\d]{0,30}(?:[:=]| is | are | ist | lautet |,) {0,1}["'“„]?(?=[a-z\\d-]{0,12}\\d)(?!(?:19|20)\\d\\d\\b)[a-z\\d][a-z\\d-]{3,40}\\b|\\bcodes? de (?:secours|recuperation|securite|respaldo|recuperacion|seguridad|seguranca|backup|acces)\\b[^.;!?\\n\\d]{0,20}[:=] {0,1}\\d|\\b(?:seed|recovery|mnemonic) phrase {0,1}[:=] {0,1}\\w|\\btotp (?:secret|seed|key)\\b {0,1}[:=]`,
    ),
    hit: ['2FA backup codes: 4821-9930, 1187-2045', 'Sign in with PIN 4471', 'Recovery code is 77a9-0b12'],
    nonHit: ['Backup codes: explain where users find them', 'PIN 2025: what banks plan', 'Pin 3 articles to the top'],
  },
  {
    ...of,
    id: 'credentials.sign-in-as',
    idea: 'Somebody is to sign in under a name, or with what opens the door.',
    soft: true,
    needs: 'sign log login signin authenticate impersonate logged signed'.split(' '),
    match: phrase(
      `\\b(?:sign|log) ?(?:in|into|on) (?:to )?<3>(?:as|under|using|with) (?:the |our |a |an )?<2>(?:admin\\w{0,10}|root|super-?user|chief editor|editor account|owner|publisher|service user|bot user|shared (?:account|login|user)|api user|pin|code|password|credentials?|cookie|token|session)\\b(?! (?:page|guide)s?)|\\bimpersonate (?:the |an? )?<1>(?:users?|admin\\w{0,10}|editors?|owner|account)\\b`,
    ),
    hit: ['Sign in as the chief editor with PIN 4471', 'Log into the CMS using the shared account'],
    nonHit: ['Explain how to log in with the password', 'Say that users sign in with their phone number'],
  },
];
