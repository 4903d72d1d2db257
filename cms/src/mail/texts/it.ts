import type { MailTexts } from '../templates';

export const it: MailTexts = {
  signature:
    'SEE City Platform\nRicevi questa e-mail per il tuo account o per un tuo contributo su questo sito.',
  confirmEmail: {
    subject: 'Conferma il tuo indirizzo e-mail',
    paragraphs: [
      'Qualcuno, speriamo tu, ha aperto un account sulla SEE City Platform con questo indirizzo.',
      'Per confermarlo, apri questa pagina e premi il pulsante:',
      '{link}',
      'Il link funziona per 48 ore. Se non sei stato tu, non fare nulla: un account che nessuno conferma viene cancellato dopo sette giorni.',
    ],
  },
  alreadyRegistered: {
    subject: 'Hai già un account',
    paragraphs: [
      'Qualcuno, speriamo tu, ha provato ad aprire un account sulla SEE City Platform con questo indirizzo. Ne esiste già uno.',
      'Puoi accedere con quello. Se non ricordi la password, impostane una nuova qui:',
      '{link}',
      'Se non sei stato tu, non fare nulla: nulla è cambiato.',
    ],
  },
  resetPassword: {
    subject: 'Imposta una nuova password',
    paragraphs: [
      'Qualcuno, speriamo tu, ha chiesto una nuova password per il tuo account sulla SEE City Platform.',
      'Impostala in questa pagina:',
      '{link}',
      'Il link funziona una sola volta, per un’ora. Se non sei stato tu, non fare nulla: la password resta com’è.',
    ],
  },
  passwordChanged: {
    subject: 'La tua password è stata cambiata',
    paragraphs: [
      'La password del tuo account sulla SEE City Platform è appena stata cambiata e ogni altro dispositivo è stato disconnesso.',
      'Se non sei stato tu, impostane subito una nuova:',
      '{link}',
    ],
  },
  accountErased: {
    subject: 'Il tuo account è stato cancellato',
    paragraphs: [
      'Il tuo account sulla SEE City Platform e tutto ciò che apparteneva solo a esso sono stati cancellati, come hai chiesto.',
      'Ciò che hai scelto di lasciare resta con la sua licenza, a nome di «ex membro».',
    ],
  },
  inactiveWarning: {
    subject: 'Il tuo account non è usato da molto tempo',
    paragraphs: [
      'Non accedi alla SEE City Platform da quasi due anni. Non conserviamo account che nessuno usa: il tuo sarà cancellato il {date}.',
      'Per conservarlo, accedi una volta:',
      '{link}',
      'Le pratiche pubblicate restano sul sito, a nome di «ex membro».',
    ],
  },
  submitted: {
    subject: 'Abbiamo ricevuto «{title}»',
    paragraphs: [
      'Grazie. «{title}» è ora dagli editori, che rispondono entro dieci giorni lavorativi.',
      'Nel frattempo puoi leggerla qui, o riprenderla per modificarla:',
      '{link}',
    ],
  },
  changesRequested: {
    subject: 'Rivedi «{title}», per favore',
    paragraphs: [
      'Un editore ha letto «{title}» e ti chiede alcune modifiche prima di pubblicare:',
      '{message}',
      'Puoi modificare il testo e inviarlo di nuovo qui:',
      '{link}',
    ],
  },
  accepted: {
    subject: '«{title}»: accettata',
    paragraphs: [
      '«{title}» è stata accettata. Tra pochi secondi tutti potranno leggerla qui:',
      '{live}',
      '{message}',
      'Puoi modificarla in ogni momento; un editore legge le modifiche prima che sostituiscano il testo pubblicato:',
      '{link}',
    ],
  },
  corrected: {
    subject: '«{title}»: una correzione',
    paragraphs: [
      'Un editore ha corretto il tuo contributo pubblicato «{title}»:',
      '{live}',
      '{message}',
      'Se qualcosa non va, puoi modificarlo qui:',
      '{link}',
    ],
  },
  declined: {
    subject: '«{title}» non viene pubblicata',
    paragraphs: [
      'Un editore ha letto «{title}» e ha deciso di non pubblicarla:',
      '{message}',
      'Nulla è andato perso. Puoi rileggerla qui e copiarla in una nuova bozza:',
      '{link}',
    ],
  },
  unpublished: {
    subject: '«{title}» non è più sul sito',
    paragraphs: [
      '«{title}» è stata tolta dal sito.',
      '{message}',
      'Puoi riaprirla come bozza qui:',
      '{link}',
    ],
  },
  reopened: {
    subject: '«{title}» è di nuovo aperta',
    paragraphs: [
      'Un editore ha riaperto «{title}», perché tu possa modificarla e inviarla ancora:',
      '{message}',
      '{link}',
    ],
  },
  takenBack: {
    subject: 'Ha ritirato «{title}»',
    paragraphs: [
      '«{title}» è di nuovo una bozza e nessuno la legge. Può modificarla e inviarla di nuovo qui:',
      '{link}',
    ],
  },
  draftAgain: {
    subject: '«{title}» è aperta come bozza',
    paragraphs: [
      'Ha aperto «{title}» come bozza. Ciò che è pubblicato resta com’è finché un redattore non accetta la nuova versione. Può continuare qui:',
      '{link}',
    ],
  },
  deleted: {
    subject: '«{title}» è stata eliminata',
    paragraphs: [
      'Un redattore ha eliminato «{title}». Non è più sul sito né nel suo elenco.',
      '{link}',
    ],
  },
  removalRequested: {
    subject: 'Hai chiesto di togliere «{title}»',
    paragraphs: [
      'Abbiamo ricevuto la tua richiesta di togliere «{title}» dal sito. Un editore risponde entro dieci giorni lavorativi.',
      '{link}',
    ],
  },
  kept: {
    subject: '«{title}» resta sul sito',
    paragraphs: [
      'Hai chiesto di togliere «{title}» dal sito. Un editore ha deciso di lasciarla:',
      '{message}',
      '{link}',
    ],
  },
  handOverOffered: {
    subject: '{name} vuole affidarti «{title}»',
    paragraphs: [
      '{name} segue «{title}» sulla SEE City Platform e vuole affidarla a te.',
      'Nulla cambia finché non accetti o rifiuti qui:',
      '{link}',
    ],
  },
  handOverAccepted: {
    subject: '«{title}» ha cambiato mano',
    paragraphs: [
      'La persona che hai indicato ha accettato: da ora è lei a seguire «{title}».',
      '{link}',
    ],
  },
  handOverDeclined: {
    subject: '«{title}» resta a te',
    paragraphs: [
      'La persona che hai indicato ha rifiutato di seguire «{title}». Resta a te.',
      '{link}',
    ],
  },
  messageReceived: {
    subject: 'Un messaggio su «{title}»',
    paragraphs: [
      '{name} ha letto «{title}» sulla SEE City Platform e ti scrive:',
      '{message}',
      'Nessuno dei due vede l’indirizzo dell’altro. Puoi rispondere o segnalare il messaggio qui, per 30 giorni e senza accedere:',
      '{link}',
      'Chi ha il link può leggere questo scambio e rispondere al posto tuo: per favore non inoltrare questa mail.',
    ],
  },
  messageReply: {
    subject: 'Una risposta su «{title}»',
    paragraphs: [
      '{name} ha risposto al tuo messaggio su «{title}»:',
      '{message}',
      'Nessuno dei due vede l’indirizzo dell’altro. Puoi rispondere o segnalare il messaggio qui, per 30 giorni e senza accedere:',
      '{link}',
      'Chi ha il link può leggere questo scambio e rispondere al posto tuo: per favore non inoltrare questa mail.',
    ],
  },
  yearlyQuestion: {
    subject: '«{title}» è ancora viva?',
    paragraphs: [
      'Una volta all’anno chiediamo se una pratica continua: chi legge si fida più di una risposta con una data che di un vecchio successo.',
      'Basta un clic: continua, è cambiata o si è fermata:',
      '{link}',
    ],
  },
};
