package imtokenpay.store;

import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.refund.AddressRefund;
import imtokenpay.flow.refund.CancelRefund;
import imtokenpay.flow.refund.FollowRefunds;
import imtokenpay.flow.refund.MoveRefund;
import imtokenpay.flow.refund.RecordRefund;
import imtokenpay.flow.refund.ShowRefunds;
import imtokenpay.flow.show.AnnouncePayment;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.payment.Payments;
import imtokenpay.refund.Payouts;
import imtokenpay.refund.Refunds;
import java.security.SecureRandom;
import java.time.InstantSource;

/// The production steps of refunds, put together as the container does it.
public record RefundSteps(
        ShowRefunds show, AddressRefund address, RecordRefund record, CancelRefund cancel, FollowRefunds follow) {
    /// What they work on.
    public record Books(
            Refunds refunds, Payouts payouts, Payments payments, AcceptedAssets assets, ReceivingSlots slots) {
        /// Those of a shelf.
        public static Books of(Shelf shelf) {
            return new Books(shelf.refunds(), shelf.payouts(), shelf.payments(), shelf.assets(), shelf.slots());
        }
    }

    /// The steps on these books.
    public static RefundSteps of(Books books, ShowPayment showPayment, AnnouncePayment announce, InstantSource clock) {
        return of(books, showPayment, announce, new RecordRefund.Names(new SecureRandom(), clock), deed -> {});
    }

    /// The same, with names out of that generator, and every deed kept.
    public static RefundSteps of(
            Books books,
            ShowPayment showPayment,
            AnnouncePayment announce,
            RecordRefund.Names names,
            AuditTrail audit) {
        var refunds = books.refunds();
        var payouts = books.payouts();
        var show = new ShowRefunds(showPayment, refunds, payouts);
        var move = new MoveRefund(refunds, books.payments(), show, announce, names.clock());
        var address = new AddressRefund(refunds, payouts, books.assets(), books.slots(), move);
        return new RefundSteps(
                show,
                address,
                new RecordRefund(refunds, address, move, audit, names),
                new CancelRefund(refunds, payouts, move, audit),
                new FollowRefunds(refunds, payouts, books.slots(), show, move));
    }
}
