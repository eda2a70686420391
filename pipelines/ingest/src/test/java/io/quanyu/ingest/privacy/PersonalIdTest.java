package io.quanyu.ingest.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids stay what they are, unless they have the form of something personal. */
class PersonalIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E20260901100001000000001",
                "6900000000000000001",
                "7412345678901234567",
                "260901-491111111111111",
                "4200000000202609010000000001",
                "1788228100123",
                "1788228072",
                "10000001",
                "12800001234",
                "T1001",
                "2026090110000100013",
                // Eighteen digits whose check would fit, with a region and the day of the order where a birth would
                // stand.
                "310000202609010018",
                // No region has 69, and of the two below the check digit fails.
                "690105194912310026",
                "110105194912310021",
                "110105194913310020",
                // Passes the check of cards, like every tenth number does.
                "4539578763621486",
                "6222021234567890127",
                "o6_bmjrPTlm6_2sgVt7hMZOPfL2M",
                "wmAAAAAAAAAAAAAAAAAAAAAAAAAAAA01",
                "550e8400-e29b-41d4-a716-446655440000",
                "d41d8cd98f13800001234f0b204e9800",
                "1@#FakeDoudianOpenId0001==",
                "gh_fake00000001@app",
                "ch_1001@1788228100123@1-42",
                "一店",
                "0301-20260901",
                "-",
                ""
            })
    void anIdThatIsNobodysStays(String id) {
        assertThat(PersonalId.in(id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "13800001234, 13800001234, 138****1234",
        "+86 138-0000-1234, 13800001234, 138****1234",
        "0086-138-0000-1234, 13800001234, 138****1234",
        "１３８００００１２３４, 13800001234, 138****1234",
        "一三八零零零零一二三四, 13800001234, 138****1234",
        "17012345678, 17012345678, 170****5678",
        "11010519491231002X, 11010519491231002X, 110***",
        "110105 19491231 002x, 11010519491231002X, 110***",
        "6222021234567890128, 6222021234567890128, 62***"
    })
    void allNotationsOfANumberAreOne(String id, String canonical, String masked) {
        assertThat(PersonalId.in(id)).contains(new PersonalId(canonical, masked));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13900003333转8",
                "VIP13900003333",
                "MB139-0000-3333",
                "member 139 0000 3333",
                "zhang.san@example.com",
                "0571-88888888",
                "(010) 8888 8888",
                "沪A12345",
                "=cmd|'/C calc'!A0",
                "@SUM(1+1)"
            })
    void anIdThatHoldsSomethingPersonalIsToldFromOthersThatHoldTheSame(String id) {
        PersonalId personal = PersonalId.in(id).orElseThrow();

        assertThat(personal.masked()).doesNotContain("3333转", "zhang.san", "88888888", "12345", "cmd");
        assertThat(personal.canonical()).isEqualTo(id);
    }

    @Test
    void twoNotationsOfAnIdWithWordsStayTwo() {
        assertThat(PersonalId.in("VIP13900003333").orElseThrow().canonical())
                .isNotEqualTo(PersonalId.in("MB13900003333").orElseThrow().canonical());
    }
}
