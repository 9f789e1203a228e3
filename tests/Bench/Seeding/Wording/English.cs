namespace HelpdeskMx.Bench.Seeding.Wording;

/// <summary>English as customers of a shop write it.</summary>
public static class English
{
    /// <summary>The words.</summary>
    public static Tongue Tongue { get; } = new()
    {
        Code = "en",
        Given = ["Alice", "Oliver", "Grace", "Harry", "Emily", "Jack", "Sophie", "Thomas", "Chloe", "William", "Hannah", "George", "Lucy", "Edward", "Megan", "Samuel", "Ruth", "Martin", "Nora", "Patrick"],
        Family = ["Ashworth", "Bennett", "Carter", "Dunmore", "Ellison", "Fairbanks", "Gallagher", "Hartley", "Ingram", "Jarvis", "Kendall", "Lockwood", "Marsden", "Norwood", "Oakley", "Pemberton", "Quigley", "Radcliffe", "Sheridan", "Thornton", "Underhill", "Vaughan", "Whitaker", "Yardley"],
        Domains = ["mailbox.example", "postbox.example", "home.example", "inbox.example"],
        Products = ["rain jacket", "wool jumper", "hiking boots", "canvas backpack", "linen shirt", "running shoes", "leather belt", "winter gloves", "picnic blanket", "thermos flask", "bicycle lamp", "travel pillow"],
        Cities = ["Bristol", "Leeds", "Cardiff", "Norwich", "Aberdeen", "Galway", "Plymouth", "York", "Swansea", "Durham"],
        Greetings = ["Hello,", "Hi there,", "Good morning,", "Dear shop,", "Hi,"],
        Closings = ["Best regards,", "Thanks,", "Kind regards,", "Many thanks,", "Cheers,"],
        Quoting = "On {date} the shop wrote:",
        Concerns =
        [
            new("delivery",
                ["Where is my order {order}?", "Parcel not here yet", "Delivery of {order} is late", "Tracking shows nothing"],
                ["I ordered the {product} on {date} and the parcel to {city} has not come.", "The carrier says it was delivered, but nobody was at home and there is no card.", "Tracking for order {order} has not moved for {count} days.", "Could you ask the depot where it is?"],
                ["We asked the carrier about {order}. It is at the depot in {city} and goes out tomorrow.", "The parcel was scanned this morning; it should reach {city} within {count} days.", "It seems lost, so we are sending another {product} today."]),
            new("refund",
                ["Refund for {order}", "Money back please", "Returned {product}, no refund so far", "When will I be paid back?"],
                ["I sent the {product} back {count} days ago and have not seen the {amount} in my account.", "The return label was number {invoice}.", "Your page says refunds take a week; it has been longer.", "Please tell me when the money for order {order} will arrive."],
                ["Your return arrived. {amount} left us on {date}; banks take up to five working days.", "We could not find the return yet. Could you send the receipt of the post office?", "The refund for {order} has been made to the card you paid with."]),
            new("size",
                ["Wrong size of {product}", "Exchange {product} for {size}", "{product} too small", "Sizes of the {product}"],
                ["The {product} in {size} is too tight across the shoulders.", "May I change it for the next size up?", "How long is it from collar to hem?", "I usually wear {size} but this one runs small."],
                ["Of course. Send it back with the label in the parcel and we will post the {size}.", "It measures 71 cm from collar to hem in {size}.", "We have put {size} aside for you until {date}."]),
            new("invoice",
                ["Invoice for order {order}", "Company name missing on invoice {invoice}", "VAT number on the bill", "Receipt needed"],
                ["Our bookkeeping needs an invoice for order {order} over {amount}.", "The address on invoice {invoice} is wrong; we moved to {city}.", "Please add our VAT number and send it again.", "I never received the receipt by mail."],
                ["Attached is invoice {invoice} with the new address.", "We corrected the bill for {order}; the old one is void.", "You can also find every invoice in your account under Orders."]),
            new("damaged",
                ["Broken {product}", "{product} arrived damaged", "Seam came apart", "Faulty zip on {product}"],
                ["The {product} from order {order} has a tear along the seam.", "The box was crushed and the lid does not close.", "I attach a photo of the damage.", "After {count} days of use the zip is stuck for good."],
                ["We are sorry about that. Would you like a new one or {amount} back?", "Thank you for the photo; a replacement leaves today.", "Please keep the box until the carrier has looked at it."]),
            new("question",
                ["Is the {product} coming back?", "Question about the {product}", "Opening hours in {city}", "Do you ship abroad?"],
                ["Will the {product} in {size} be in stock again before {date}?", "Can I collect it in your shop in {city}?", "Is it safe to wash at forty degrees?", "What would postage be for {count} pieces?"],
                ["We expect new stock around {date}.", "Yes, collecting in {city} is free and takes a day.", "Please wash it at thirty degrees and let it dry flat."]),
            new("cancel",
                ["Cancel order {order}", "Ordered twice by mistake", "Change address of {order}"],
                ["I pressed the button twice; please cancel order {order}.", "I no longer need the {product}.", "Could it be sent to my office in {city} instead?", "If it is packed already I will send it back."],
                ["Order {order} is cancelled and {amount} are on their way back.", "It left an hour ago; please refuse the parcel and we will refund you.", "We changed the address to {city}."]),
        ],
        Asides = ["I have been a customer for years and was always happy.", "It was meant as a birthday present, so time is short.", "You can ring me in the afternoon if that is easier.", "The chat on your page did not answer.", "My colleague {person} had the same trouble last month.", "I looked through the questions on your site but found nothing.", "The weather here is dreadful, so I could really use it.", "I paid with a gift voucher, number {voucher}."],
        FollowUps = ["Thank you, that helps.", "It still has not arrived, {count} days later.", "Perfect, that settles it.", "Sorry, but I do not understand what I should do now.", "Here is the number you asked for: {invoice}.", "Yes please, send the {size}.", "I would rather have the money back."],
        Notes = ["Rang the carrier, they search until {date}.", "Customer is right, see order {order}.", "Waiting for the warehouse in {city}.", "Goodwill up to {amount} is fine."],
    };
}
