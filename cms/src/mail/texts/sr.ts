import type { MailTexts } from '../templates';

export const sr: MailTexts = {
  signature:
    'SEE City Platform\nOvu poruku dobijate zbog svog naloga ili svog priloga na tom sajtu.',
  confirmEmail: {
    subject: 'Potvrdite svoju adresu',
    paragraphs: [
      'Neko je, nadamo se vi, otvorio nalog na SEE City Platform s ovom adresom.',
      'Da biste je potvrdili, otvorite ovu stranicu i pritisnite dugme:',
      '{link}',
      'Veza važi 48 sati. Ako to niste bili vi, ne radite ništa: nalog koji niko ne potvrdi briše se posle sedam dana.',
    ],
  },
  alreadyRegistered: {
    subject: 'Već imate nalog',
    paragraphs: [
      'Neko je, nadamo se vi, pokušao da otvori nalog na SEE City Platform s ovom adresom. Nalog već postoji.',
      'Možete se prijaviti njime. Ako više ne znate lozinku, postavite novu ovde:',
      '{link}',
      'Ako to niste bili vi, ne radite ništa: ništa se nije promenilo.',
    ],
  },
  resetPassword: {
    subject: 'Postavite novu lozinku',
    paragraphs: [
      'Neko je, nadamo se vi, zatražio novu lozinku za vaš nalog na SEE City Platform.',
      'Postavite je na ovoj stranici:',
      '{link}',
      'Veza važi jednom, jedan sat. Ako to niste bili vi, ne radite ništa: lozinka ostaje ista.',
    ],
  },
  passwordChanged: {
    subject: 'Vaša lozinka je promenjena',
    paragraphs: [
      'Lozinka vašeg naloga na SEE City Platform upravo je promenjena i svi drugi uređaji su odjavljeni.',
      'Ako to niste bili vi, odmah postavite novu:',
      '{link}',
    ],
  },
  accountErased: {
    subject: 'Vaš nalog je obrisan',
    paragraphs: [
      'Vaš nalog na SEE City Platform i sve što je pripadalo samo njemu obrisano je, kako ste tražili.',
      'Ono što ste odlučili da ostane, ostaje pod svojom licencom, od „bivšeg člana”.',
    ],
  },
  inactiveWarning: {
    subject: 'Vaš nalog se dugo ne koristi',
    paragraphs: [
      'Niste se prijavili na SEE City Platform skoro dve godine. Ne čuvamo naloge koje niko ne koristi: vaš će biti obrisan {date}.',
      'Da biste ga zadržali, prijavite se jednom:',
      '{link}',
      'Objavljene prakse ostaju na sajtu, od „bivšeg člana”.',
    ],
  },
  submitted: {
    subject: 'Primili smo: „{title}”',
    paragraphs: [
      'Hvala. „{title}” je kod urednika, koji odgovaraju u roku od deset radnih dana.',
      'Do tada možete da pročitate svoj prilog ovde, ili da ga povučete da biste ga izmenili:',
      '{link}',
    ],
  },
  changesRequested: {
    subject: 'Pogledajte ponovo: „{title}”',
    paragraphs: [
      'Urednik je pročitao „{title}” i pre objave traži izmene:',
      '{message}',
      'Možete da izmenite prilog i pošaljete ga ponovo ovde:',
      '{link}',
    ],
  },
  accepted: {
    subject: 'Prihvaćeno: „{title}”',
    paragraphs: [
      'Prilog „{title}” je prihvaćen. Za nekoliko sekundi svi mogu da ga pročitaju ovde:',
      '{live}',
      '{message}',
      'Možete da ga menjate u svako doba; urednik čita izmene pre nego što zamene objavljeni tekst:',
      '{link}',
    ],
  },
  corrected: {
    subject: 'Ispravljeno: „{title}”',
    paragraphs: [
      'Urednik je ispravio vaš objavljeni prilog „{title}”:',
      '{live}',
      '{message}',
      'Ako nešto nije u redu, možete da ga izmenite ovde:',
      '{link}',
    ],
  },
  declined: {
    subject: 'Ne objavljuje se: „{title}”',
    paragraphs: [
      'Urednik je pročitao „{title}” i odlučio da prilog ne objavi:',
      '{message}',
      'Ništa nije izgubljeno. Možete da ga pročitate ovde i kopirate u novu skicu:',
      '{link}',
    ],
  },
  unpublished: {
    subject: 'Skinuto sa sajta: „{title}”',
    paragraphs: [
      'Prilog „{title}” više nije na sajtu.',
      '{message}',
      'Možete ponovo da ga otvorite kao skicu ovde:',
      '{link}',
    ],
  },
  reopened: {
    subject: 'Ponovo otvoreno: „{title}”',
    paragraphs: [
      'Urednik je ponovo otvorio „{title}”, da biste mogli da ga izmenite i pošaljete još jednom:',
      '{message}',
      '{link}',
    ],
  },
  takenBack: {
    subject: 'Povukli ste „{title}“',
    paragraphs: [
      '„{title}“ je ponovo nacrt i niko ga ne čita. Možete ga izmeniti i ponovo poslati ovde:',
      '{link}',
    ],
  },
  draftAgain: {
    subject: '„{title}“ je otvoren kao nacrt',
    paragraphs: [
      'Otvorili ste „{title}“ kao nacrt. Ono što je objavljeno ostaje kakvo jeste dok urednik ne prihvati novu verziju. Možete nastaviti ovde:',
      '{link}',
    ],
  },
  deleted: {
    subject: '„{title}“ je obrisan',
    paragraphs: ['Urednik je obrisao „{title}“. Više nije na sajtu ni u vašem spisku.', '{link}'],
  },
  removalRequested: {
    subject: 'Tražili ste da se skine: „{title}”',
    paragraphs: [
      'Primili smo vašu želju da se „{title}” skine sa sajta. Urednik odgovara u roku od deset radnih dana.',
      '{link}',
    ],
  },
  kept: {
    subject: 'Ostaje na sajtu: „{title}”',
    paragraphs: [
      'Tražili ste da se „{title}” skine sa sajta. Urednik je odlučio da prilog ostane:',
      '{message}',
      '{link}',
    ],
  },
  handOverOffered: {
    subject: '{name} želi da vam preda: „{title}”',
    paragraphs: [
      '{name} se stara o prilogu „{title}” na SEE City Platform i želi da ga preda vama.',
      'Ništa se ne menja dok ovde ne prihvatite ili odbijete:',
      '{link}',
    ],
  },
  handOverAccepted: {
    subject: 'Predato: „{title}”',
    paragraphs: [
      'Osoba koju ste naveli je prihvatila: od sada se ona stara o prilogu „{title}”.',
      '{link}',
    ],
  },
  handOverDeclined: {
    subject: 'Nije predato: „{title}”',
    paragraphs: [
      'Osoba koju ste naveli nije želela da preuzme „{title}”. Prilog ostaje kod vas.',
      '{link}',
    ],
  },
  messageReceived: {
    subject: 'Poruka o: „{title}”',
    paragraphs: [
      '{name} je na SEE City Platform pročitao/la „{title}” i piše vam:',
      '{message}',
      'Niko od vas ne vidi adresu onog drugog. Možete da odgovorite ili prijavite poruku ovde, 30 dana i bez prijavljivanja:',
      '{link}',
      'Ko ima vezu može da čita ovu prepisku i da odgovori umesto vas: molimo vas da ne prosleđujete ovu poruku.',
    ],
  },
  messageReply: {
    subject: 'Odgovor o: „{title}”',
    paragraphs: [
      'Stigao je odgovor na vašu poruku o „{title}”. Piše {name}:',
      '{message}',
      'Niko od vas ne vidi adresu onog drugog. Možete da odgovorite ili prijavite poruku ovde, 30 dana i bez prijavljivanja:',
      '{link}',
      'Ko ima vezu može da čita ovu prepisku i da odgovori umesto vas: molimo vas da ne prosleđujete ovu poruku.',
    ],
  },
  yearlyQuestion: {
    subject: 'Da li još živi: „{title}”?',
    paragraphs: [
      'Jednom godišnje pitamo da li praksa još traje: čitaoci više veruju odgovoru s datumom nego starom uspehu.',
      'Dovoljan je jedan klik: još traje, promenila se ili je prestala:',
      '{link}',
    ],
  },
};
