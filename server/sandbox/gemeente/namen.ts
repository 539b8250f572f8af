/** Names of inwoners: common Dutch ones, and those of the people who came to live here. */
const lijst = (tekst: string): readonly string[] => tekst.split(/\s*,\s*/);

export const VROUWENNAMEN = lijst(
  'Anna, Maria, Johanna, Sanne, Lotte, Emma, Sophie, Noor, Fleur, Eva, Iris, Marloes, Marieke, Wilhelmina, ' +
    'Hendrika, Elisabeth, Annemarie, Ingrid, Petra, Monique, Esther, Saskia, Femke, Anouk, Zoë, Renée, Chloë, Jûlia, ' +
    'Fatima, Aïcha, Samira, Naima, Yasmina, Zeynep, Elif, Ayşe, Emine, Amal, Hanan, Layla, Xuân, Mei, Priya, ' +
    'Shanti, Savitri, Rosângela, Natália, Agnieszka, Małgorzata, Kateřina, Oksana, Olena, Selam, Abeba, Nyakim, ' +
    'Chantal, Marisol, Jacqueline, Geertje, Trijntje, Grietje, Sjoukje',
);
export const MANNENNAMEN = lijst(
  'Johannes, Jan, Pieter, Cornelis, Willem, Hendrik, Daan, Sem, Lucas, Levi, Bram, Thijs, Jeroen, Mark, Peter, ' +
    'Rob, Gerard, Theodorus, Wilhelmus, Jacobus, Sander, Ruben, Joost, Maarten, André, René, Loïc, Niels, Bart, ' +
    'Mohammed, Ahmed, Youssef, Omar, Karim, Hassan, Ibrahim, Mehmet, Emre, Çağlar, Ömer, Murat, Özgür, Tuân, Wei, ' +
    'Rajesh, Anil, Dennis, Curtis, João, Łukasz, Paweł, Tomáš, Andrij, Dmytro, Tesfay, Abdi, Samuel, Winston, ' +
    'Marlon, Sjoerd, Wiebe, Douwe',
);
/** `[voorvoegsel, geslachtsnaam]`, the voorvoegsel as in landelijke tabel 36. */
const MET_VOORVOEGSEL: readonly (readonly [string, string])[] = [
  ['de', 'Vries'],
  ['de', 'Boer'],
  ['de', 'Groot'],
  ['de', 'Wit'],
  ['de', 'Jong'],
  ['van', 'Dijk'],
  ['van', 'Leeuwen'],
  ['van', 'Beek'],
  ['van den', 'Berg'],
  ['van den', 'Heuvel'],
  ['van der', 'Meer'],
  ['van der', 'Linden'],
  ["van 't", 'Hof'],
  ["in 't", 'Veld'],
  ['ter', 'Horst'],
  ['ten', 'Brink'],
  ['te', 'Velde'],
  ['op den', 'Kamp'],
  ["'t", 'Hart'],
  ['el', 'Amrani'],
  ['el', 'Idrissi'],
  ['da', 'Silva'],
  ['dos', 'Santos'],
  ['von', 'Müller'],
  ['du', 'Pré'],
];
const ZONDER_VOORVOEGSEL = lijst(
  'Jansen, Bakker, Visser, Smit, Meijer, Mulder, Bos, Vos, Peters, Hendriks, Dekker, Brouwer, Dijkstra, Smits, ' +
    'Postma, Hoekstra, Kuiper, Wolters, Prins, Hofstra, Okkerse, Smeets, Bakels, Jansma, Yildiz, Yılmaz, Öztürk, Kaya, ' +
    'Çelik, Şahin, Doğan, Benali, Bouzid, Haddad, Nguyen, Tran, Chen, Wong, Singh, Ramdin, Biharie, Kromosoeto, ' +
    'Pinas, Martina, Maduro, Kowalski, Wiśniewska, Nowák, Kovač, Šimić, Popović, Schröder, Çoban, Tesfaye, Ghebremedhin, ' +
    'Warsame, Osman, Mensah, Owusu, Shevchenko, Bondarenko, Ferreira, Núñez, Leroy, Lefèbvre, ' +
    "O'Brien",
);
export const ACHTERNAMEN: readonly (readonly [string, string])[] = [
  ...MET_VOORVOEGSEL,
  ...ZONDER_VOORVOEGSEL.map((naam) => ['', naam] as const),
];
