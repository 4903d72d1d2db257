import type { Language } from '../languages.ts';

/** Names of waters on the maps in the interface's languages: en, el, ro, it, sr-Latn. */
const names = {
  adriatic: ['Adriatic Sea', 'Αδριατική', 'Marea Adriatică', 'Mare Adriatico', 'Jadransko more'],
  aegean: ['Aegean Sea', 'Αιγαίο', 'Marea Egee', 'Mar Egeo', 'Egejsko more'],
  black: ['Black Sea', 'Μαύρη Θάλασσα', 'Marea Neagră', 'Mar Nero', 'Crno more'],
  ionian: ['Ionian Sea', 'Ιόνιο', 'Marea Ionică', 'Mar Ionio', 'Jonsko more'],
  marmara: ['Sea of Marmara', 'Προποντίδα', 'Marea Marmara', 'Mar di Marmara', 'Mramorno more'],
  thermaic: ['Thermaic Gulf', 'Θερμαϊκός', 'Golful Termaic', 'Golfo Termaico', 'Solunski zaliv'],
  thracian: ['Thracian Sea', 'Θρακικό', 'Marea Traciei', 'Mare Tracico', 'Trakijsko more'],
  tyrrhenian: ['Tyrrhenian Sea', 'Τυρρηνικό', 'Marea Tireniană', 'Mar Tirreno', 'Tirensko more'],
  acheloos: ['Acheloos', 'Αχελώος', 'Aheloos', 'Acheloo', 'Aheloj'],
  aliakmon: ['Aliakmon', 'Αλιάκμονας', 'Aliakmon', 'Aliakmone', 'Alijakmon'],
  aoos: ['Vjosa', 'Αώος', 'Vjosa', 'Voiussa', 'Vjosa'],
  arda: ['Arda', 'Άρδας', 'Arda', 'Arda', 'Arda'],
  arges: ['Argeș', 'Άρτζες', 'Argeș', 'Argeș', 'Arđeš'],
  bosna: ['Bosna', 'Βόσνα', 'Bosna', 'Bosna', 'Bosna'],
  danube: ['Danube', 'Δούναβης', 'Dunărea', 'Danubio', 'Dunav'],
  dniester: ['Dniester', 'Δνείστερος', 'Nistru', 'Dnestr', 'Dnjestar'],
  drava: ['Drava', 'Δράβος', 'Drava', 'Drava', 'Drava'],
  drin: ['Drin', 'Δρίνος', 'Drin', 'Drin', 'Drim'],
  drina: ['Drina', 'Δρίνα', 'Drina', 'Drina', 'Drina'],
  evros: ['Maritsa', 'Έβρος', 'Marița', 'Marizza', 'Marica'],
  ialomita: ['Ialomița', 'Ιαλόμιτσα', 'Ialomița', 'Ialomița', 'Jalomica'],
  jiu: ['Jiu', 'Ζίου', 'Jiu', 'Jiu', 'Žiu'],
  kupa: ['Kupa', 'Κούπα', 'Kupa', 'Kupa', 'Kupa'],
  ljubljanica: ['Ljubljanica', 'Λιουμπλιάνιτσα', 'Ljubljanica', 'Ljubljanica', 'Ljubljanica'],
  mesta: ['Nestos', 'Νέστος', 'Mesta', 'Nesto', 'Mesta'],
  morava: ['Morava', 'Μοράβας', 'Morava', 'Morava', 'Morava'],
  mur: ['Mura', 'Μουρ', 'Mur', 'Mura', 'Mura'],
  mures: ['Mureș', 'Μούρες', 'Mureș', 'Mureș', 'Moriš'],
  neretva: ['Neretva', 'Νερέτβα', 'Neretva', 'Narenta', 'Neretva'],
  nisava: ['Nišava', 'Νισάβα', 'Nișava', 'Nišava', 'Nišava'],
  ofanto: ['Ofanto', 'Οφάντο', 'Ofanto', 'Ofanto', 'Ofanto'],
  olt: ['Olt', 'Όλτος', 'Olt', 'Olt', 'Olt'],
  prut: ['Prut', 'Προύθος', 'Prut', 'Prut', 'Prut'],
  sava: ['Sava', 'Σάβος', 'Sava', 'Sava', 'Sava'],
  siret: ['Siret', 'Σερέτης', 'Siret', 'Siret', 'Seret'],
  somes: ['Someș', 'Σόμες', 'Someș', 'Someș', 'Someš'],
  struma: ['Strymon', 'Στρυμόνας', 'Struma', 'Strimone', 'Struma'],
  tamis: ['Timiș', 'Τίμις', 'Timiș', 'Timiș', 'Tamiš'],
  tisa: ['Tisza', 'Τίσα', 'Tisa', 'Tibisco', 'Tisa'],
  treska: ['Treska', 'Τρέσκα', 'Treska', 'Treska', 'Treska'],
  tundzha: ['Tundzha', 'Τούντζα', 'Tundja', 'Tundža', 'Tundža'],
  una: ['Una', 'Ούνα', 'Una', 'Una', 'Una'],
  vardar: ['Vardar', 'Αξιός', 'Vardar', 'Vardar', 'Vardar'],
  vrbas: ['Vrbas', 'Βρμπας', 'Vrbas', 'Vrbas', 'Vrbas'],
  yantra: ['Yantra', 'Γιάντρα', 'Iantra', 'Jantra', 'Jantra'],
} as const satisfies Record<string, Record<'length', 5> & readonly string[]>;

export type WaterKey = keyof typeof names;

const columns = { en: 0, el: 1, ro: 2, it: 3, 'sr-Latn': 4 } as const satisfies Record<
  Language,
  number
>;

export function isWaterKey(text: string | null): text is WaterKey {
  return text !== null && Object.hasOwn(names, text);
}

export function waterName(key: WaterKey, language: Language): string {
  return names[key][columns[language]];
}
