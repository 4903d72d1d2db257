/** A sentence that moderators need again and again, in the languages in which members are written to. */
interface ReadyPhrase {
  /** Actions of the state table that it goes with. */
  for: readonly string[];
  en: string;
  el: string;
  ro: string;
  it: string;
  srLatn: string;
}

type PhraseLanguage = 'en' | 'el' | 'ro' | 'it' | 'srLatn';

export const READY_PHRASES: readonly ReadyPhrase[] = [
  {
    for: ['accept', 'correct'],
    en: 'Thank you: your entry is clear and useful to other towns.',
    el: 'Ευχαριστούμε: η καταχώρισή σας είναι σαφής και χρήσιμη για άλλες πόλεις.',
    ro: 'Vă mulțumim: textul dumneavoastră este clar și util altor orașe.',
    it: 'Grazie: il suo contributo è chiaro e utile ad altre città.',
    srLatn: 'Hvala: vaš prilog je jasan i koristan drugim gradovima.',
  },
  {
    for: ['accept', 'correct'],
    en: 'We corrected a few typing errors and changed nothing else.',
    el: 'Διορθώσαμε λίγα ορθογραφικά λάθη και δεν αλλάξαμε τίποτε άλλο.',
    ro: 'Am corectat câteva greșeli de tastare și nu am schimbat nimic altceva.',
    it: 'Abbiamo corretto qualche errore di battitura e nient’altro.',
    srLatn: 'Ispravili smo nekoliko slovnih grešaka i ništa drugo nismo menjali.',
  },
  {
    for: ['askForChanges', 'reopen'],
    en: 'Please say more about what came of it: what is different now, and how do you know?',
    el: 'Παρακαλούμε γράψτε περισσότερα για το αποτέλεσμα: τι άλλαξε και πώς το γνωρίζετε;',
    ro: 'Vă rugăm să spuneți mai mult despre rezultate: ce s-a schimbat și de unde știți?',
    it: 'Per favore dica di più sui risultati: che cosa è cambiato e come lo sapete?',
    srLatn: 'Molimo vas da napišete više o rezultatima: šta je sada drugačije i kako to znate?',
  },
  {
    for: ['askForChanges', 'reopen'],
    en: 'Please take out names, telephone numbers and e-mail addresses of persons.',
    el: 'Παρακαλούμε αφαιρέστε ονόματα, τηλέφωνα και διευθύνσεις e-mail προσώπων.',
    ro: 'Vă rugăm să eliminați numele, numerele de telefon și adresele de e-mail ale persoanelor.',
    it: 'Per favore tolga nomi, numeri di telefono e indirizzi e-mail di persone.',
    srLatn: 'Molimo vas da uklonite imena, brojeve telefona i adrese e-pošte osoba.',
  },
  {
    for: ['askForChanges', 'reopen'],
    en: 'Please say who made the pictures and that the people in them agree to be shown.',
    el: 'Παρακαλούμε αναφέρετε ποιος τράβηξε τις φωτογραφίες και ότι όσοι φαίνονται σε αυτές συμφωνούν.',
    ro: 'Vă rugăm să precizați cine a făcut fotografiile și că persoanele din ele sunt de acord să apară.',
    it: 'Per favore indichi chi ha fatto le foto e che le persone ritratte sono d’accordo.',
    srLatn: 'Molimo vas da navedete ko je napravio slike i da su osobe na njima saglasne.',
  },
  {
    for: ['decline'],
    en: 'This is an announcement rather than something that was tried. Please come back when there is something to tell.',
    el: 'Πρόκειται για ανακοίνωση και όχι για κάτι που δοκιμάστηκε. Επιστρέψτε όταν υπάρχει κάτι να αφηγηθείτε.',
    ro: 'Acesta este un anunț, nu ceva care a fost încercat. Reveniți când este ceva de povestit.',
    it: 'È un annuncio più che qualcosa di sperimentato. Torni quando ci sarà qualcosa da raccontare.',
    srLatn: 'Ovo je najava, a ne nešto što je isprobano. Javite se kada bude šta da se ispriča.',
  },
  {
    for: ['decline'],
    en: 'We already have this practice from your town; please ask its author to add to it.',
    el: 'Έχουμε ήδη αυτή την πρακτική από την πόλη σας· ζητήστε από τον συντάκτη της να τη συμπληρώσει.',
    ro: 'Avem deja această practică din orașul dumneavoastră; rugați autorul să o completeze.',
    it: 'Abbiamo già questa pratica dalla sua città; chieda al suo autore di completarla.',
    srLatn: 'Ovu praksu iz vašeg grada već imamo; zamolite autora da je dopuni.',
  },
  {
    for: ['unpublish'],
    en: 'As you asked, we have taken it off the site.',
    el: 'Όπως ζητήσατε, το αφαιρέσαμε από τον ιστότοπο.',
    ro: 'Așa cum ați cerut, l-am scos de pe site.',
    it: 'Come richiesto, lo abbiamo tolto dal sito.',
    srLatn: 'Kao što ste tražili, uklonili smo ga sa sajta.',
  },
  {
    for: ['keep'],
    en: 'Other towns already build on this entry. We can take out your name instead; tell us if you would like that.',
    el: 'Άλλες πόλεις βασίζονται ήδη σε αυτήν την καταχώριση. Μπορούμε αντί γι’ αυτό να αφαιρέσουμε το όνομά σας· πείτε μας αν το θέλετε.',
    ro: 'Alte orașe se bazează deja pe acest text. Putem în schimb să vă scoatem numele; spuneți-ne dacă doriți.',
    it: 'Altre città si basano già su questo contributo. Possiamo invece togliere il suo nome; ci dica se lo desidera.',
    srLatn:
      'Drugi gradovi se već oslanjaju na ovaj prilog. Umesto toga možemo ukloniti vaše ime; javite nam da li to želite.',
  },
];

/** Languages that read one of ours more easily than English. */
const READS: Readonly<Record<string, PhraseLanguage>> = {
  el: 'el',
  ro: 'ro',
  it: 'it',
  sr: 'srLatn',
  srLatn: 'srLatn',
  srCyrl: 'srLatn',
  cnr: 'srLatn',
  bs: 'srLatn',
  hr: 'srLatn',
};

/** In which language a member is given phrases; English where theirs is not among ours. */
export function phraseLanguage(language: string | null): PhraseLanguage {
  return READS[language ?? ''] ?? 'en';
}
