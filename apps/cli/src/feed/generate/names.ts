/** A name part as it is written, and its Latin transliteration. */
export type Written = readonly [text: string, latin: string];

/** Where people come from: the state of their passports, and what they are called there. Without families: names there have none. */
export interface House {
  readonly state: string;
  readonly families: readonly [Written, ...Written[]] | undefined;
  readonly givens: readonly [Written, ...Written[]];
}

const HAN: House = {
  state: 'CN',
  families: [['王', 'Wang'], ['李', 'Li'], ['张', 'Zhang'], ['刘', 'Liu'], ['陈', 'Chen'], ['杨', 'Yang'], ['欧阳', 'Ouyang'], ['司马', 'Sima'], ['吕', 'Lü']],
  givens: [['芳', 'Fang'], ['伟', 'Wei'], ['秀英', 'Xiuying'], ['敏', 'Min'], ['静', 'Jing'], ['建国', 'Jianguo'], ['小雨', 'Xiaoyu'], ['子涵', 'Zihan'], ['玉兰', 'Yulan'], ['磊', 'Lei']],
};

/** Invented people of many scripts: Han more often than the others, as in the city. */
export const HOUSES: readonly [House, ...House[]] = [
  HAN,
  HAN,
  HAN,
  // Uyghur as Chinese documents write it: one name, with a middle dot, and no family.
  { state: 'CN', families: undefined, givens: [['阿依古丽·买买提', 'Ayigul Maimaiti'], ['古丽娜尔·艾山', 'Gulnar Aishan'], ['吐尔逊·卡德尔', 'Tursun Kadir']] },
  { state: 'ID', families: undefined, givens: [['Sukarno', 'Sukarno'], ['Suharti', 'Suharti'], ['Budi', 'Budi']] },
  { state: 'VN', families: [['Nguyễn', 'Nguyen'], ['Trần', 'Tran'], ['Phạm', 'Pham']], givens: [['Văn An', 'Van An'], ['Thị Hồng', 'Thi Hong'], ['Đức', 'Duc']] },
  { state: 'ES', families: [['García Márquez', 'Garcia Marquez'], ['Núñez', 'Nunez']], givens: [['María José', 'Maria Jose'], ['Iñaki', 'Inaki']] },
  { state: 'CZ', families: [['Dvořák', 'Dvorak'], ['Šťastná', 'Stastna']], givens: [['Jiří', 'Jiri'], ['Žofie', 'Zofie']] },
  { state: 'DE', families: [['Groß', 'Gross'], ['Müller-Lüdenscheidt', 'Mueller-Luedenscheidt']], givens: [['Jürgen', 'Juergen'], ['Ann-Kathrin', 'Ann-Kathrin']] },
  { state: 'UA', families: [['Шевченко', 'Shevchenko'], ['Гаєвський', 'Haievskyi']], givens: [['Олена', 'Olena'], ['Юрій', 'Yurii']] },
  { state: 'GR', families: [['Παπαδόπουλος', 'Papadopoulos'], ['Νικολάου', 'Nikolaou']], givens: [['Γιώργος', 'Giorgos'], ['Ελένη', 'Eleni']] },
  { state: 'JO', families: [['حداد', 'Haddad'], ['العبادي', 'Al-Abbadi']], givens: [['يوسف', 'Yusuf'], ['ليلى', 'Layla']] },
  { state: 'JP', families: [['佐藤', 'Sato'], ['鈴木', 'Suzuki']], givens: [['さくら', 'Sakura'], ['健太', 'Kenta']] },
  { state: 'KR', families: [['김', 'Kim'], ['이', 'Lee']], givens: [['민준', 'Minjun'], ['서연', 'Seo-yeon']] },
  { state: 'IN', families: [['शर्मा', 'Sharma'], ['पटेल', 'Patel']], givens: [['प्रिया', 'Priya'], ['अर्जुन', 'Arjun']] },
  { state: 'IE', families: [["O'Brien", "O'Brien"], ['Ó Súilleabháin', 'O Suilleabhain']], givens: [['Seán', 'Sean'], ['Aoife', 'Aoife']] },
];
