package io.quanyu.serve.ask.personal;

import java.util.ArrayList;
import java.util.List;

/** Ways in which people write what nobody else is to read. All invented. */
final class Notations {

    /** One phone, 138 0000 1234, as it is written into forms, remarks and chats. */
    static final List<String> PHONES = List.of(
            "13800001234",
            " 13800001234 ",
            "+8613800001234",
            "+86 13800001234",
            "+86-138-0000-1234",
            "(+86)13800001234",
            "（+86）138 0000 1234",
            "8613800001234",
            "86 138 0000 1234",
            "008613800001234",
            "0086-138-0000-1234",
            "013800001234",
            "138 0000 1234",
            "138-0000-1234",
            "138.0000.1234",
            "138_0000_1234",
            "138·0000·1234",
            "138—0000—1234",
            "138 .0000. 1234",
            "(138)0000-1234",
            "【138】0000 1234",
            "1380 000 1234",
            "138 000 01234",
            "1 3 8 0 0 0 0 1 2 3 4",
            "1-3-8-0-0-0-0-1-2-3-4",
            "１３８００００１２３４",
            "１３８　００００　１２３４",
            "１３８－００００－１２３４",
            "一三八零零零零一二三四",
            "幺三八〇〇〇〇幺二三四",
            "壹叁捌零零零零壹贰叁肆",
            "一三八 零零零零 一二三四",
            "138零零零零1234",
            "①③⑧00001②③④",
            "138\u200b0000\u200b1234",
            "13800001234转8",
            "13800001234-802",
            "电话13800001234。",
            "tel:13800001234",
            "手机：138 0000 1234，晚上打",
            "VIP13800001234",
            "13800001234张三丰");

    static final List<String> CARDS = List.of(
            "11010519491231002X",
            "11010519491231002x",
            "110105 19491231 002X",
            "110105-19491231-002X",
            "１１０１０５１９４９１２３１００２Ｘ",
            "身份证11010519491231002X",
            "6222021234567890128",
            "6222 0212 3456 7890 128",
            "卡号6222021234567890128");

    static final List<String> MAILS = List.of(
            "zhang.san@example.com", "ZHANG_SAN@EXAMPLE.COM.CN", "zhang.san＠example．com", "邮箱zhang+1@mail.example.cn。");

    static final List<String> PLATES = List.of("沪A12345", "沪A·12345", "粤BD12345", "沪Ａ１２３４５", "车牌京A12B45，白色");

    private Notations() {}

    static List<String> all() {
        List<String> all = new ArrayList<>(PHONES);
        all.addAll(CARDS);
        all.addAll(MAILS);
        all.addAll(PLATES);
        return all;
    }
}
