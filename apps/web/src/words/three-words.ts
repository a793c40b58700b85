/** The words that a code is compared by, in Chinese; the server knows them in English. */
const CHINESE: ReadonlyMap<string, string> = new Map(
  `amber 琥珀 apple 苹果 april 四月 arrow 箭 autumn 秋天 bamboo 竹子 banana 香蕉 basket 篮子 beacon 灯塔 berry 浆果 bicycle 自行车 birch 白桦 blanket 毯子 blossom 花朵 bottle 瓶子
branch 树枝 bread 面包 bridge 桥 bronze 青铜 bucket 水桶 butter 黄油 button 纽扣 cabin 小木屋 candle 蜡烛 canoe 独木舟 canyon 峡谷 carrot 胡萝卜 castle 城堡 cedar 雪松 cherry 樱桃
chestnut 栗子 circle 圆圈 clay 黏土 cliff 悬崖 cloud 云 clover 三叶草 coast 海岸 copper 铜 coral 珊瑚 cotton 棉花 cousin 表亲 cradle 摇篮 crane 仙鹤 cricket 蟋蟀 crystal 水晶
curtain 窗帘 daisy 雏菊 dawn 黎明 desert 沙漠 diamond 钻石 dolphin 海豚 donkey 驴 dragon 龙 drum 鼓 eagle 老鹰 early 清早 earth 大地 echo 回声 elbow 手肘 elm 榆树 ember 炭火 engine 发动机
evening 傍晚 falcon 猎隼 feather 羽毛 fern 蕨菜 ferry 渡船 field 田野 finger 手指 flame 火焰 flute 笛子 forest 森林 fountain 喷泉 fox 狐狸 garden 花园 garlic 大蒜 ginger 生姜 glacier 冰川
glove 手套 goose 鹅 grain 谷物 grape 葡萄 gravel 碎石 guitar 吉他 hammer 锤子 harbor 港口 harvest 丰收 hazel 榛子 heron 苍鹭 hill 小山 honey 蜂蜜 horizon 地平线 horse 马 island 小岛
ivory 象牙 jacket 外套 jade 玉 jasmine 茉莉 jungle 丛林 kettle 水壶 kitchen 厨房 kite 风筝 ladder 梯子 lagoon 潟湖 lamp 台灯 lantern 灯笼 lark 云雀 laurel 月桂 lemon 柠檬 lentil 扁豆 lily 百合
linen 亚麻 lion 狮子 lotus 荷花 magnet 磁铁 mango 芒果 maple 枫树 marble 大理石 meadow 草地 melon 甜瓜 mint 薄荷 mirror 镜子 monkey 猴子 moon 月亮 morning 早晨 mountain 高山 museum 博物馆
mushroom 蘑菇 needle 针 nest 鸟巢 noodle 面条 north 北方 nutmeg 肉豆蔻 oak 橡树 ocean 大海 olive 橄榄 onion 洋葱 orange 橙子 orchard 果园 orchid 兰花 otter 水獭 oven 烤箱 owl 猫头鹰 paddle 船桨
palace 宫殿 panda 熊猫 paper 纸 parrot 鹦鹉 peach 桃子 peacock 孔雀 pear 梨 pearl 珍珠 pebble 鹅卵石 pencil 铅笔 pepper 胡椒 piano 钢琴 pigeon 鸽子 pillow 枕头 pine 松树 planet 行星 plum 李子
pocket 口袋 pond 池塘 poppy 罂粟 potato 土豆 pottery 陶器 pumpkin 南瓜 puppet 木偶 quartz 石英 quiet 安静 quilt 被子 rabbit 兔子 radish 萝卜 rain 雨 raven 渡鸦 ribbon 丝带 rice 米饭 river 河流
robin 知更鸟 rocket 火箭 rooster 公鸡 rope 绳子 rose 玫瑰 saddle 马鞍 saffron 藏红花 sail 船帆 salmon 三文鱼 sand 沙子 sapphire 蓝宝石 scarf 围巾 sesame 芝麻 shadow 影子 shell 贝壳 silk 丝绸
silver 银子 sister 姐妹 skate 溜冰 snow 雪 sparrow 麻雀 spice 香料 spider 蜘蛛 spinach 菠菜 spoon 勺子 spring 春天 squirrel 松鼠 star 星星 statue 雕像 stone 石头 storm 暴风 straw 稻草
summer 夏天 sunset 日落 swallow 燕子 swan 天鹅 table 桌子 tea 茶 temple 寺庙 thimble 顶针 thunder 雷声 tiger 老虎 tomato 番茄 tower 高塔 train 火车 tulip 郁金香 tunnel 隧道 turtle 乌龟
valley 山谷 velvet 天鹅绒 village 村庄 violet 紫罗兰 violin 小提琴 walnut 核桃 water 水 whale 鲸鱼 wheat 小麦 willow 柳树 window 窗户 winter 冬天 wolf 狼 wood 木头 yellow 黄色 zebra 斑马`
    .split(/\n/)
    .flatMap((line) => [...line.matchAll(/(\S+) (\S+)/g)])
    .map(([, english = '', chinese = '']) => [english, chinese]),
);

/** What a word is in Chinese; undefined for one that is not among them. */
export const inChinese = (word: string): string | undefined => CHINESE.get(word);
