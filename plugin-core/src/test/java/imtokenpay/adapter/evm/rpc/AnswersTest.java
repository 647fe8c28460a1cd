package imtokenpay.adapter.evm.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.adapter.evm.json.Slice;
import imtokenpay.adapter.evm.json.Trickle;
import imtokenpay.adapter.evm.json.Walker;
import imtokenpay.chain.watch.ChainUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Long results are read in passing and while they come, and that must change nothing but the time it takes.
class AnswersTest {
    private final RpcCall<Integer> first = RpcCall.of("first", List.of(), new Counter());
    private final RpcCall<Integer> second = RpcCall.of("second", List.of(), new Counter());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'id':0,'result':[1,2]},{'id':1,'result':[1,2,3]}]",
                "[{'result':[1,2,3],'id':1},{'result':[1,2],'id':0}]",
                "[{'id':9,'result':[[{}]]},{'id':1,'result':[1,2,3],'error':null},{'result':[1,2],'x':{},'id':0}]",
                "[{'id':'0','result':[]},{'id':0,'result':[1,{'result':[],'id':1}]},{'id':1,'result':[1,2,3]}]"
            })
    void each_call_has_its_result_whether_the_id_stands_before_or_behind(String text) {
        var answers = read(text);
        assertEquals(2, answers.of(first));
        assertEquals(3, answers.of(second));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'id':0,'result':[1],'id':1},{'id':0,'result':[1]}]",
                "[{'id':0,'result':[1],'result':[1,2]},{'id':1,'result':[1]}]",
                "[{'id':0,'result':[1]},{'id':0,'result':[1]},{'id':1,'result':[1]}]",
                "[{'id':0,'result':[1]},{'result':[1],'id':0},{'id':1,'result':[1]}]",
                "[{'id':0,'result':[1]}]",
                "[{'id':0,'result':[1,},{'id':1,'result':[1]}]",
                "[{'id':0,'result':[1]}{'id':1,'result':[1]}]",
                "[{'id':0,'result':[1]},{'id':1,'result':null}]",
                "[{'id':0,'result':[1]},{'id':1}]",
                "[{'id':0,'result':[1]},{'id':1,'result':[1]}],"
            })
    void what_is_not_one_answer_to_each_call_is_none(String text) {
        assertThrows(ChainUnavailable.class, () -> read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'id':0,'result':[1],'error':{'code':-32005,'message':'limit'}},{'id':1,'result':[]}]",
                "[{'id':0,'error':{'code':-32005,'message':'limit'},'result':[1]},{'id':1,'result':[]}]",
                "[{'id':0,'error':{'code':-32005,'message':'limit'},'result':null},{'id':1,'result':[]}]"
            })
    void an_error_counts_more_than_a_result_beside_it(String text) {
        assertThrows(ChainUnavailable.class, () -> read(text));
    }

    @Test
    void a_call_that_may_be_refused_has_its_other_result_though_one_stands_beside_the_error() {
        var lenient = first.orElse(-1);
        for (var text : List.of(
                "[{'id':0,'result':[1],'error':{'code':1,'message':'no'}}]",
                "[{'id':0,'error':{'code':1,'message':'no'},'result':[1,[2],3,'" + "long".repeat(200) + "',4]}]")) {
            assertEquals(-1, Answers.read(List.of(lenient), bytes(text)).of(lenient));
        }
    }

    @Test
    void an_error_of_one_code_can_be_an_answer_and_others_stay_errors() {
        var lenient = first.orElse(-5, -1);
        var body = bytes("[{'id':0,'error':{'code':-5,'message':'none'}}]");
        assertEquals(-1, Answers.read(List.of(lenient), body).of(lenient));
        for (var code : List.of("-28", "-50", "'-5 '", "5")) {
            var other = bytes("[{'id':0,'error':{'code':" + code + ",'message':'no'}}]");
            assertThrows(ChainUnavailable.class, () -> Answers.read(List.of(lenient), other), code);
        }
    }

    private Answers read(String text) {
        return Answers.read(List.of(first, second), bytes(text));
    }

    private static Slice bytes(String text) {
        var array = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return Trickle.slice(array, array.length);
    }

    /// Counts a list's members.
    private static final class Counter implements Walker<Integer> {
        private static final int AHEAD = 10;

        @Override
        public Integer walk(Slice slice) {
            var count = 0;
            for (var more = slice.opens('[', ']'); more; more = slice.goesOn(']')) {
                slice.value();
                slice.forget(AHEAD);
                count++;
            }
            return count;
        }
    }
}
