import type { MailTexts } from '../templates';

export const ro: MailTexts = {
  signature:
    'SEE City Platform\nPrimiți acest mesaj datorită contului sau contribuției dumneavoastră pe acest site.',
  confirmEmail: {
    subject: 'Confirmați adresa de e-mail',
    paragraphs: [
      'Cineva, sperăm că dumneavoastră, a deschis un cont pe SEE City Platform cu această adresă.',
      'Pentru a o confirma, deschideți această pagină și apăsați butonul:',
      '{link}',
      'Linkul este valabil 48 de ore. Dacă nu ați fost dumneavoastră, nu faceți nimic: un cont pe care nu îl confirmă nimeni este șters după șapte zile.',
    ],
  },
  alreadyRegistered: {
    subject: 'Aveți deja un cont',
    paragraphs: [
      'Cineva, sperăm că dumneavoastră, a încercat să deschidă un cont pe SEE City Platform cu această adresă. Există deja unul.',
      'Vă puteți autentifica cu el. Dacă nu mai știți parola, stabiliți una nouă aici:',
      '{link}',
      'Dacă nu ați fost dumneavoastră, nu faceți nimic: nu s-a schimbat nimic.',
    ],
  },
  resetPassword: {
    subject: 'Stabiliți o parolă nouă',
    paragraphs: [
      'Cineva, sperăm că dumneavoastră, a cerut o parolă nouă pentru contul dumneavoastră de pe SEE City Platform.',
      'O puteți stabili pe această pagină:',
      '{link}',
      'Linkul funcționează o singură dată, timp de o oră. Dacă nu ați fost dumneavoastră, nu faceți nimic: parola rămâne aceeași.',
    ],
  },
  passwordChanged: {
    subject: 'Parola dumneavoastră a fost schimbată',
    paragraphs: [
      'Parola contului dumneavoastră de pe SEE City Platform tocmai a fost schimbată și toate celelalte dispozitive au fost deconectate.',
      'Dacă nu ați fost dumneavoastră, stabiliți imediat una nouă:',
      '{link}',
    ],
  },
  accountErased: {
    subject: 'Contul dumneavoastră a fost șters',
    paragraphs: [
      'Contul dumneavoastră de pe SEE City Platform și tot ce îi aparținea numai lui au fost șterse, așa cum ați cerut.',
      'Ceea ce ați ales să păstrați rămâne sub licența sa, de la „fost membru”.',
    ],
  },
  inactiveWarning: {
    subject: 'Contul dumneavoastră nu a mai fost folosit de mult',
    paragraphs: [
      'Nu v-ați autentificat pe SEE City Platform de aproape doi ani. Nu păstrăm conturi pe care nu le folosește nimeni: al dumneavoastră va fi șters la {date}.',
      'Pentru a-l păstra, autentificați-vă o dată:',
      '{link}',
      'Practicile publicate rămân pe site, de la „fost membru”.',
    ],
  },
  submitted: {
    subject: 'Am primit „{title}”',
    paragraphs: [
      'Vă mulțumim. „{title}” se află la editori, care răspund în zece zile lucrătoare.',
      'Până atunci o puteți citi aici sau o puteți lua înapoi pentru a o modifica:',
      '{link}',
    ],
  },
  changesRequested: {
    subject: 'Vă rugăm să reveniți asupra „{title}”',
    paragraphs: [
      'Un editor a citit „{title}” și vă cere modificări înainte de publicare:',
      '{message}',
      'O puteți modifica și trimite din nou aici:',
      '{link}',
    ],
  },
  accepted: {
    subject: '„{title}” a fost acceptată',
    paragraphs: [
      '„{title}” a fost acceptată. În câteva secunde oricine o poate citi aici:',
      '{live}',
      '{message}',
      'O puteți modifica oricând; un editor citește modificările înainte ca ele să înlocuiască textul publicat:',
      '{link}',
    ],
  },
  corrected: {
    subject: '„{title}” a fost corectată',
    paragraphs: [
      'Un editor a corectat contribuția dumneavoastră publicată „{title}”:',
      '{live}',
      '{message}',
      'Dacă ceva nu este în regulă, o puteți modifica aici:',
      '{link}',
    ],
  },
  declined: {
    subject: '„{title}” nu se publică',
    paragraphs: [
      'Un editor a citit „{title}” și a hotărât să nu o publice:',
      '{message}',
      'Nu s-a pierdut nimic. O puteți citi aici și o puteți copia într-o ciornă nouă:',
      '{link}',
    ],
  },
  unpublished: {
    subject: '„{title}” a fost retrasă de pe site',
    paragraphs: [
      '„{title}” nu se mai află pe site.',
      '{message}',
      'O puteți redeschide ca ciornă aici:',
      '{link}',
    ],
  },
  reopened: {
    subject: '„{title}” este din nou deschisă',
    paragraphs: [
      'Un editor a redeschis „{title}”, ca să o puteți modifica și trimite încă o dată:',
      '{message}',
      '{link}',
    ],
  },
  takenBack: {
    subject: 'Ați retras „{title}”',
    paragraphs: [
      '„{title}” este din nou ciornă și nu o citește nimeni. O puteți schimba și trimite din nou aici:',
      '{link}',
    ],
  },
  draftAgain: {
    subject: '„{title}” este deschis ca ciornă',
    paragraphs: [
      'Ați deschis „{title}” ca ciornă. Ceea ce este publicat rămâne așa cum este până când un redactor acceptă versiunea nouă. Puteți continua aici:',
      '{link}',
    ],
  },
  deleted: {
    subject: '„{title}” a fost șters',
    paragraphs: [
      'Un redactor a șters „{title}”. Nu mai este pe site și nici în lista dumneavoastră.',
      '{link}',
    ],
  },
  removalRequested: {
    subject: 'Ați cerut retragerea „{title}”',
    paragraphs: [
      'Am primit cererea dumneavoastră de a retrage „{title}” de pe site. Un editor răspunde în zece zile lucrătoare.',
      '{link}',
    ],
  },
  kept: {
    subject: '„{title}” rămâne pe site',
    paragraphs: [
      'Ați cerut retragerea „{title}” de pe site. Un editor a hotărât să o păstreze:',
      '{message}',
      '{link}',
    ],
  },
  handOverOffered: {
    subject: '{name} vrea să vă încredințeze „{title}”',
    paragraphs: [
      '{name} se ocupă de „{title}” pe SEE City Platform și vrea să v-o încredințeze.',
      'Nu se schimbă nimic până când nu acceptați sau refuzați aici:',
      '{link}',
    ],
  },
  handOverAccepted: {
    subject: '„{title}” a fost predată',
    paragraphs: [
      'Persoana pe care ați numit-o a acceptat: de acum se ocupă ea de „{title}”.',
      '{link}',
    ],
  },
  handOverDeclined: {
    subject: '„{title}” nu a fost predată',
    paragraphs: [
      'Persoana pe care ați numit-o nu a dorit să preia „{title}”. Rămâne la dumneavoastră.',
      '{link}',
    ],
  },
  messageReceived: {
    subject: 'Un mesaj despre „{title}”',
    paragraphs: [
      '{name} a citit „{title}” pe SEE City Platform și vă scrie:',
      '{message}',
      'Niciunul dintre dumneavoastră nu vede adresa celuilalt. Puteți răspunde sau raporta mesajul aici, timp de 30 de zile și fără autentificare:',
      '{link}',
      'Cine are linkul poate citi acest schimb de mesaje și poate răspunde în locul dumneavoastră: vă rugăm să nu dați mai departe acest e-mail.',
    ],
  },
  messageReply: {
    subject: 'Un răspuns despre „{title}”',
    paragraphs: [
      '{name} a răspuns la mesajul dumneavoastră despre „{title}”:',
      '{message}',
      'Niciunul dintre dumneavoastră nu vede adresa celuilalt. Puteți răspunde sau raporta mesajul aici, timp de 30 de zile și fără autentificare:',
      '{link}',
      'Cine are linkul poate citi acest schimb de mesaje și poate răspunde în locul dumneavoastră: vă rugăm să nu dați mai departe acest e-mail.',
    ],
  },
  yearlyQuestion: {
    subject: '„{title}” mai este vie?',
    paragraphs: [
      'O dată pe an întrebăm dacă o practică mai continuă: cititorii au mai multă încredere într-un răspuns cu dată decât într-un succes vechi.',
      'Ajunge un clic: continuă, s-a schimbat sau s-a oprit:',
      '{link}',
    ],
  },
};
