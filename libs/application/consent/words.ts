/** Words that are told apart when read aloud; three of them, picked by a keyed hash of the code, show that two screens speak of the same request. */
export const WORDS: readonly string[] =
  `
    amber apple april arrow autumn bamboo banana basket beacon berry bicycle birch blanket blossom bottle
    branch bread bridge bronze bucket butter button cabin candle canoe canyon carrot castle cedar cherry
    chestnut circle clay cliff cloud clover coast copper coral cotton cousin cradle crane cricket crystal
    curtain daisy dawn desert diamond dolphin donkey dragon drum eagle early earth echo elbow elm ember engine
    evening falcon feather fern ferry field finger flame flute forest fountain fox garden garlic ginger
    glacier glove goose grain grape gravel guitar hammer harbor harvest hazel heron hill honey horizon horse
    island ivory jacket jade jasmine jungle kettle kitchen kite ladder lagoon lamp lantern lark laurel lemon
    lentil lily linen lion lotus magnet mango maple marble meadow melon mint mirror monkey moon morning
    mountain museum mushroom needle nest noodle north nutmeg oak ocean olive onion orange orchard orchid otter
    oven owl paddle palace panda paper parrot peach peacock pear pearl pebble pencil pepper piano pigeon
    pillow pine planet plum pocket pond poppy potato pottery pumpkin puppet quartz quiet quilt rabbit radish
    rain raven ribbon rice river robin rocket rooster rope rose saddle saffron sail salmon sand sapphire scarf
    sesame shadow shell silk silver sister skate snow sparrow spice spider spinach spoon spring squirrel star
    statue stone storm straw summer sunset swallow swan table tea temple thimble thunder tiger tomato tower
    train tulip tunnel turtle valley velvet village violet violin walnut water whale wheat willow window
    winter wolf wood yellow zebra
  `
    .trim()
    .split(/\s+/);
