package io.quanyu.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

    @ParameterizedTest
    @ValueSource(strings = {"phone||a1", "unionid|corp|x|y", "||", "yz_open_id|youzan:1|"})
    void readsWhatItWrites(String text) {
        assertThat(Identifier.parse(text).text()).isEqualTo(text);
    }

    @Test
    void theValueMayHoldBars() {
        assertThat(Identifier.parse("unionid|corp|x|y")).isEqualTo(new Identifier("unionid", "corp", "x|y"));
    }

    @ParameterizedTest
    @CsvSource({"phone,phone", "phone|13800000000,phone", "'',''"})
    void tooFewPartsAreRefusedByTypeOnly(String text, String type) {
        assertThatThrownBy(() -> Identifier.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("its type is \"" + type + "\"");
    }

    @Test
    void equalTypesAndScopesAreOneText() {
        Identifier one = Identifier.parse("yz_open_id|youzan:10001|a");
        Identifier other = new Identifier(new String("yz_open_id"), new String("youzan:10001"), "b");

        assertThat(other.type()).isSameAs(one.type());
        assertThat(other.scope()).isSameAs(one.scope());
    }

    @Test
    void aTabIsABlank() {
        assertThat(new Identifier("t", "s\ts", "v\t").text()).isEqualTo("t|s s|v ");
    }
}
